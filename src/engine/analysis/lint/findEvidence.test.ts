import { expect, test } from 'vitest';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import { drawFlow } from './drawFlow';
import { findEvidence } from './findEvidence';
import { judgeFlow } from './judgeFlow';
import { lintExamples } from './lintExamples';
import type { LintCode } from './rules/index';

/** Of these, what their example shows within a minute of virtual time is known beyond doubt. */
const shown: readonly LintCode[] = [
  'nobody-subscribed',
  'unwanted-type',
  'filter-fails',
  'synchronous-cycle',
  'loop-gain',
  'retry-without-pause',
  'given-up-and-lost',
  'timeout-below-service',
  'ack-timeout-below-service',
  'expires-in-service',
  'wire-loses-all',
];

const sightsOf = (code: LintCode, side: 'bad' | 'good') => {
  const bad = judgeFlow(drawFlow(lintExamples[code].bad, judgedKinds), judgedKinds);
  const evidence = bad.find((one) => one.code === code)?.evidence ?? null;
  return findEvidence(drawFlow(lintExamples[code][side], judgedKinds), runningKinds, [evidence], 20_000);
};

test.each(shown)('%s: a run of the example shows it', (code) => {
  expect(sightsOf(code, 'bad')).toEqual([
    { step: expect.any(Number) as number, timeUs: expect.any(Number) as number },
  ]);
});

test('what does not happen is not seen', () => {
  const codes: readonly LintCode[] = ['nobody-subscribed', 'filter-fails', 'timeout-below-service'];
  expect(codes.flatMap((code) => sightsOf(code, 'good'))).toEqual(codes.map(() => null));
});

test('a run that freezes is seen where it ends, and one that does not is not', () => {
  const stuck = [{ status: 'stuck' }] as const;
  const frozen = drawFlow(
    { nodes: frozenNodes, wires: ['p>b', 'b>h', 'h>b'], more: { untilMs: 0 } },
    judgedKinds,
  );
  expect(findEvidence(frozen, runningKinds, stuck, 2_000)[0]?.step).toBeGreaterThan(1);
  const running = drawFlow(lintExamples['nobody-subscribed'].good, judgedKinds);
  expect(findEvidence(running, runningKinds, stuck, 2_000)).toEqual([null]);
});

/** One worker that must put two events back into a queue that holds one. */
const frozenNodes = {
  p: [
    'publisher',
    { generation: 'script', script: [0, 0, 0].map((atMs) => ({ atMs, type: 'T', key: 'k' })) },
  ],
  b: ['bus', { groups: 'one', capacity: 1, overflow: 'block' }],
  h: ['handler', { actions: [{ do: 'emit' }] }],
} as const;
