import { assert, infiniteStream, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { randomRun } from '#engine/runtime/randomRun';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check, type CheckAnswer } from './Check';
import { usualSettings } from './settings';
import { timeless } from './timeless';

/** Some of these flows are far too large to be explored in full; then they are passed over. */
const limits = { configurations: 4000, memory: 2 ** 28, depth: 1000 };

function answerOf(doc: FlowDoc, id: string, isReduced: boolean): CheckAnswer {
  const settings = { ...usualSettings, events: 1, isReduced, limits };
  const check = Check.of(doc, runningKinds, { property: id, arguments: {} }, settings);
  if ('problem' in check) throw new Error(check.problem.code);
  while (!check.isOver) check.advance(1000);
  return check.answer();
}

test('with and without reduction the verdicts are the same, and every run that breaks something is one of the runtime', () => {
  let compared = 0;
  let violated = 0;
  assert(
    property(infiniteStream(nat(2 ** 30)), (stream) => {
      const pick = (below: number): number => (stream.next().value ?? 0) % below;
      const parsed = parseFlow(timeless(randomRun(pick, kinds)), kinds);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      for (const id of ['no-deadlock', 'no-loss', 'no-cycle']) {
        const full = answerOf(parsed.value, id, false);
        if (full.verdict === 'not-exhausted') return;
        const reduced = answerOf(parsed.value, id, true);
        compared += 1;
        if (full.verdict === 'violated') violated += 1;
        const told = [reduced, full].map(({ verdict, counterexample }) => [
          verdict,
          counterexample?.steps.length,
          counterexample?.notPossible ?? null,
        ]);
        expect(told[0]).toEqual(told[1]);
        expect(told[1]?.[2]).toBeNull();
        const isLarger = reduced.progress.configurations > full.progress.configurations;
        expect(isLarger && full.verdict === 'holds').toBe(false);
      }
    }),
    { numRuns: 40, seed: 11, endOnFailure: true },
  );
  expect([compared > 20, violated > 3]).toEqual([true, true]);
}, 3_000_000);
