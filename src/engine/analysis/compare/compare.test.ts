import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { fieldApplies } from '#engine/model/fieldApplies';
import { factCodes } from '#engine/model/facts';
import { parseFlowText } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { reportOf } from '#engine/runtime/report';
import type { RunReport } from '#engine/runtime/RunReport';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { compareReports } from './compareReports';
import { worthOf } from './comparedMeasures';
import { flowChanges } from './flowChanges';

const path = fileURLToPath(new URL('../../../../public/examples/order-flow.flow.json', import.meta.url));
const parsed = parseFlowText(readFileSync(path, 'utf8'), kinds);
if (!parsed.ok) throw new Error('The example is not a flow.');
const doc: FlowDoc = { ...parsed.value, untilMs: 60_000 };

function withWorkers(flow: FlowDoc, id: string, workers: number): FlowDoc {
  const nodes = flow.nodes.map((node) =>
    node.id === id ? { ...node, settings: { ...node.settings, workers } } : node,
  );
  return { ...flow, nodes };
}

function reportFor(flow: FlowDoc): RunReport {
  const simulation = new Simulation(planFlow(flow, runningKinds));
  while (simulation.step());
  return reportOf(simulation);
}

const handler = doc.nodes.find(({ settings }) => settings['workers'] !== undefined)?.id ?? '';
const faster = withWorkers(doc, handler, 8);
const [before, after] = [reportFor(doc), reportFor(faster)];
const differences = compareReports(after, before);

test('a run compared with itself differs in nothing', () => {
  const same = compareReports(before, before);
  expect(same.length).toBeGreaterThan(50);
  expect(
    same.filter(({ verdict, relevance, change }) => verdict !== 'same' || relevance !== 0 || change !== 0),
  ).toEqual([]);
});

test('every number of either report is compared once, and its difference is theirs', () => {
  const keys = differences.map(({ of, id, measure, detail }) => [of, id, measure, detail].join(' '));
  expect(new Set(keys).size).toBe(keys.length);
  for (const { id, name } of doc.nodes.filter(({ kind }) =>
    kinds.some((one) => one.id === kind && one.runs),
  )) {
    expect({ name, is: keys.some((key) => key.startsWith(`node ${id} `)) }).toEqual({ name, is: true });
  }
  const response = differences.find(({ id, measure }) => id === handler && measure === 'response.p95');
  const own = after.nodes.find(({ id }) => id === handler)?.response?.p95Us ?? NaN;
  const other = before.nodes.find(({ id }) => id === handler)?.response?.p95Us ?? NaN;
  expect(response).toMatchObject({ own, other, change: own - other, share: (own - other) / other });
});

test('turning the comparison round turns better into worse, and keeps what matters first', () => {
  const turned = new Map(
    compareReports(before, after).map((one) => [[one.of, one.id, one.measure, one.detail].join(' '), one]),
  );
  const opposite = { better: 'worse', worse: 'better', neutral: 'neutral', same: 'same' } as const;
  for (const one of differences) {
    const back = turned.get([one.of, one.id, one.measure, one.detail].join(' '));
    expect(back).toMatchObject({ own: one.other, other: one.own, verdict: opposite[one.verdict] });
    expect(back?.relevance).toBeCloseTo(one.relevance, 12);
  }
  const weights = differences.map(({ relevance }) => relevance);
  expect(weights).toEqual(weights.toSorted((a, b) => b - a));
});

test('shorter times and fewer losses are better, more work done is better, and more events are neither', () => {
  const changed: RunReport = {
    ...before,
    eventsPublished: before.eventsPublished + 1,
    ledger: {
      ...before.ledger,
      lost: (before.ledger.lost ?? 0) + 12,
      worked: (before.ledger.worked ?? 0) + 1,
    },
  };
  const found = compareReports(changed, before).filter(({ verdict }) => verdict !== 'same');
  expect(found.map(({ measure, detail, change, verdict }) => [detail || measure, change, verdict])).toEqual([
    ['lost', 12, 'worse'],
    ['worked', 1, 'better'],
    ['published', 1, 'neutral'],
  ]);
});

test('a difference of less than half a percent is told, and is neither better nor worse', () => {
  const slower = (factor: number): RunReport => ({
    ...before,
    nodes: before.nodes.map((node) => ({
      ...node,
      response:
        node.response === null ? null : { ...node.response, p95Us: (node.response.p95Us ?? 0) * factor },
    })),
  });
  const verdictsOf = (factor: number) =>
    compareReports(slower(factor), before)
      .filter(({ measure, change }) => measure === 'response.p95' && change !== 0)
      .map(({ verdict }) => verdict);
  expect(verdictsOf(1.004).length).toBeGreaterThan(0);
  expect(new Set(verdictsOf(1.004))).toEqual(new Set(['neutral']));
  expect(new Set(verdictsOf(1.006))).toEqual(new Set(['worse']));
});

test('a node that only one run has has numbers on one side', () => {
  const without = { ...before, nodes: before.nodes.filter(({ id }) => id !== handler) };
  const found = compareReports(before, without).filter(({ id }) => id === handler);
  expect(found.length).toBeGreaterThan(3);
  for (const one of found) expect(one).toMatchObject({ other: null, change: null, verdict: 'neutral' });
});

test('every fact has a worth', () => {
  for (const code of factCodes) expect(worthOf(code).weight).toBeGreaterThan(0);
});

test('changed settings are told with both values; names, places and looks are none', () => {
  expect(flowChanges(faster, doc, kinds)).toMatchObject([
    { change: 'setting', part: 'nodes', id: handler, owner: 'handler', field: { id: 'workers' }, own: 8 },
  ]);
  const moved = {
    ...doc,
    name: 'X',
    nodes: doc.nodes.map((node) => ({ ...node, x: node.x + 5, name: 'Y' })),
  };
  expect(flowChanges(moved, doc, kinds)).toEqual([]);
});

test('what was added, taken away and turned is told', () => {
  const [wire] = doc.wires;
  const without = {
    ...doc,
    seed: doc.seed + 1,
    wires: doc.wires.slice(1),
    interventions: [{ id: 'own', atUs: 5, afterStep: 2, action: { do: 'crash', node: handler } as const }],
  };
  expect(flowChanges(without, doc, kinds)).toEqual([
    { change: 'run', field: 'seed', own: doc.seed + 1, other: doc.seed },
    { change: 'removed', part: 'wires', id: wire?.id },
    { change: 'added', part: 'interventions', id: 'own' },
  ]);
  const turned = doc.wires.map((one) =>
    one === wire ? { ...one, to: doc.wires.at(-1)?.to ?? one.to } : one,
  );
  expect(flowChanges({ ...doc, wires: turned }, doc, kinds)).toContainEqual({
    change: 'changed',
    part: 'wires',
    id: wire?.id,
  });
});

test('a setting that means nothing on either side makes no difference', () => {
  const { fields } = kinds.find(({ id }) => id === 'handler') ?? { fields: [] };
  const settings = doc.nodes.find(({ id }) => id === handler)?.settings ?? {};
  const idle = fields.find((field) => field.type === 'number' && !fieldApplies(field, settings));
  const turned = doc.nodes.map((node) =>
    node.id === handler ? { ...node, settings: { ...settings, [idle?.id ?? '']: 12_345 } } : node,
  );
  expect(idle).toBeDefined();
  expect(flowChanges({ ...doc, nodes: turned }, doc, kinds)).toEqual([]);
});
