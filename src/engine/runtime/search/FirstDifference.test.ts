import { expect, test } from 'vitest';
import { createStreams } from '#engine/kernel/RandomStreams';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import type { Pick } from '#engine/model/randomFlow';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { planFlow } from '../FlowPlan';
import { recordStep } from '../frames';
import { listPendingSteps } from '../pendingSteps';
import { randomRun } from '../randomRun';
import { Run } from '../Run';
import { Simulation } from '../Simulation';
import type { TraceEntry } from '../Trace';
import { DifferenceSearch, type DifferenceFound } from './FirstDifference';

const pairs = 100;
const mostSteps = 200;
const slow = { timeout: 120_000 };

function pickFrom(seed: number): Pick {
  const streams = createStreams(seed, ['flow']);
  return (n) => Math.floor(streams.nextUnit(0) * n);
}

function randomDoc(pick: Pick): FlowDoc {
  const result = parseFlow(randomRun(pick, kinds), kinds);
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 1));
  return result.value;
}

/** The same flow with one thing changed that may or may not matter. */
function changed(doc: FlowDoc, pick: Pick): FlowDoc {
  switch (pick(6)) {
    case 0:
      return { ...doc, seed: doc.seed + 1 };
    case 1:
      return { ...doc, untilMs: doc.untilMs / 2 };
    case 2:
      return { ...doc, wires: doc.wires.slice(1) };
    case 3: {
      // Another node before all others shifts every index.
      const note = { id: 'extra', kind: 'note', name: 'N', x: 0, y: 0, settings: { text: '' } };
      return { ...doc, nodes: [note, ...doc.nodes] };
    }
    case 4:
      return doc;
    default:
      return withPick(doc, pick);
  }
}

/** Another step goes next, somewhere on the way. */
function withPick(doc: FlowDoc, pick: Pick): FlowDoc {
  const simulation = new Simulation(planFlow(doc, runningKinds));
  for (let left = pick(60); left > 0 && simulation.step(); left -= 1);
  const able = listPendingSteps(simulation).filter(({ step }) => step.mayGoNext);
  const chosen = able[pick(Math.max(1, able.length))];
  if (chosen === undefined) return doc;
  const action = { do: 'pick', message: chosen.step.key } as const;
  const { nowUs: atUs, stepCount: afterStep } = simulation;
  return { ...doc, interventions: [{ id: 'own', atUs, afterStep, action }] };
}

/** The whole trace in words that do not depend on places in lists. */
function wordsOf(doc: FlowDoc): readonly string[] {
  const simulation = new Simulation(planFlow(doc, runningKinds));
  const words: string[] = [];
  for (let entry = recordStep(simulation); entry !== null; entry = recordStep(simulation)) {
    words.push(wordOf(entry, doc));
    if (words.length > mostSteps) break;
  }
  return words;
}

function wordOf(entry: TraceEntry, doc: FlowDoc): string {
  const tokenOf = (token: TraceEntry['token']) =>
    token === null ? null : [token.number, doc.eventTypes[token.type]?.id, token.subject];
  const wireOf = (wire: number) => doc.wires[wire]?.id;
  return JSON.stringify([
    [
      doc.nodes[entry.node]?.id,
      entry.kind,
      entry.name,
      tokenOf(entry.token),
      wireOf(entry.wire),
      entry.fault,
    ],
    entry.timeUs,
    entry.transitions,
    entry.facts.map(({ code, detail, token }) => [code, detail, tokenOf(token)]),
    entry.sent.map((flight) => [
      wireOf(flight.wire),
      flight.kind,
      flight.arriveUs,
      flight.isBad,
      flight.isDeadLetter,
      tokenOf(flight.token),
    ]),
  ]);
}

function firstByForce(own: FlowDoc, other: FlowDoc): number | null {
  const [a, b] = [wordsOf(own), wordsOf(other)];
  const at = Array.from({ length: mostSteps }, (_, index) => index).find((index) => a[index] !== b[index]);
  return at === undefined ? null : at + 1;
}

/** Asked in portions of any size, as far as the other way of finding it looks. */
function firstByWalk(own: FlowDoc, other: FlowDoc, portion: number): DifferenceFound {
  const search = new DifferenceSearch(planFlow(own, runningKinds), planFlow(other, runningKinds));
  let found = search.advance(portion, mostSteps, false);
  while (!found.isComplete && found.sameUntil < mostSteps) {
    const before = found.sameUntil;
    found = search.advance(portion, mostSteps, false);
    if (found.sameUntil === before && !found.isComplete) break;
  }
  return found;
}

test('the first difference of two runs is the one that comparing whole traces finds', slow, () => {
  const sorts = new Set<string>();
  for (let seed = 0; seed < pairs; seed += 1) {
    const pick = pickFrom(seed);
    const own = randomDoc(pick);
    const other = changed(own, pick);
    const found = firstByWalk(own, other, 1 + pick(50));
    expect({ seed, step: found.first?.step ?? null }).toEqual({ seed, step: firstByForce(own, other) });
    sorts.add(found.first?.sort ?? 'none');
  }
  expect(sorts).toEqual(new Set(['none', 'end', 'step', 'time', 'outcome']));
});

test(
  'a run answers where it differs, also while it is being computed, and says when it does not',
  slow,
  () => {
    const pick = pickFrom(7);
    const own = randomDoc(pick);
    const run = new Run(runningKinds);
    run.load(own);
    expect(run.difference('itself', own)).toMatchObject({ sameUntil: 0, first: null, isComplete: false });
    while (run.advance(100));
    let found = run.difference('itself', own);
    while (!found.isComplete) found = run.difference('itself', own);
    expect(found).toEqual({ sameUntil: run.summary().steps, first: null, isComplete: true });
    const shorter = { ...own, untilMs: own.untilMs / 2 };
    found = run.difference('shorter', shorter);
    while (!found.isComplete) found = run.difference('shorter', shorter);
    expect(found.first).toMatchObject({ sort: 'end', other: null });
  },
);

test('a report up to a time is the report of a run that ends there', slow, () => {
  for (let seed = 0; seed < 12; seed += 1) {
    const doc = { ...randomDoc(pickFrom(seed)), untilMs: 200 };
    const run = new Run(runningKinds);
    run.load(doc);
    while (run.advance(1000));
    const half = new Run(runningKinds);
    half.load({ ...doc, untilMs: doc.untilMs / 2 });
    while (half.advance(1000));
    const [part, whole] = [run.report((doc.untilMs * 1000) / 2), half.report(Infinity)];
    if (whole.status !== 'horizon') continue;
    const { untilUs, status, ...rest } = whole;
    expect(untilUs).toBe((doc.untilMs * 1000) / 2);
    expect(status).toBe('horizon');
    expect(part).toMatchObject(rest);
  }
});
