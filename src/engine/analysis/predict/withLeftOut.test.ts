import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFlowText } from '#engine/model/parseFlow';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { isOutside } from './isOutside';
import { predictFlow } from './predictFlow';

const url = new URL('../../../../public/examples/retry-storm.flow.json', import.meta.url);
const parsed = parseFlowText(readFileSync(url, 'utf8'), judgedKinds);
if (!parsed.ok) throw new Error('retry-storm');
const storm = parsed.value;

const tiersOf = (doc: FlowDoc) => {
  const { stations, nodes } = predictFlow(doc, judgedKinds, runningKinds);
  return new Set([...stations, ...nodes.flatMap(({ figures }) => figures)].map(({ tier }) => tier));
};
const withoutTimeouts = {
  ...storm,
  nodes: storm.nodes.map((node) => ({ ...node, settings: { ...node.settings, callTimeoutMs: 0 } })),
};

test('nothing is called exact while faults or time-outs of calls are left out', () => {
  expect(tiersOf(storm)).toEqual(new Set(['partial']));
  expect(tiersOf({ ...storm, faults: [] })).toEqual(new Set(['partial']));
  expect(tiersOf(withoutTimeouts)).toEqual(new Set(['partial']));
  expect(tiersOf({ ...withoutTimeouts, faults: [] })).toEqual(new Set(['exact']));
});

test('a figure is outside where the interval of runs does not hold it, to the microsecond', () => {
  const figure = { figure: 'wait.meanUs', value: 100, tier: 'exact', model: 'M/D/1' } as const;
  expect(isOutside(figure, { low: 100.5, high: 101 })).toBe(false);
  expect(isOutside(figure, { low: 102, high: 103 })).toBe(true);
  expect(isOutside({ ...figure, tier: 'simulation' }, { low: 102, high: 103 })).toBe(false);
  expect(isOutside(figure, null)).toBe(false);
});
