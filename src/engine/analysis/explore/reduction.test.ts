import { expect, test } from 'vitest';
import { createStreams } from '#engine/kernel/RandomStreams';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import { randomRun } from '#engine/runtime/randomRun';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { Check, type CheckAnswer } from './Check';
import { usualSettings } from './settings';
import { timeless } from './timeless';

/** Some of these flows are too large to be explored in full; then they are passed over. */
const limits = { configurations: 300, memory: 2 ** 28, depth: 1000 };
const flows = 100;

function answerOf(doc: FlowDoc, property: string, isReduced: boolean): CheckAnswer {
  const settings = { ...usualSettings, events: 1, isReduced, limits };
  const check = Check.of(doc, runningKinds, { property, arguments: argumentsOf(property, doc) }, settings);
  if ('problem' in check) throw new Error(check.problem.code);
  while (!check.isOver) check.advance(1000);
  return check.answer();
}

/** What is asked of the second node of a flow, which is often a bus. */
function argumentsOf(property: string, { nodes }: FlowDoc): Readonly<Record<string, string>> {
  const runs = nodes.filter(({ kind }) => runningKinds.get(kind)?.runs === true);
  const [{ id = '' } = {}, { id: other = '' } = {}] = [runs.at(0), runs.at(-1)];
  if (property === 'leads-to') return { p: `state["${id}"] == "idle"`, q: `state["${other}"] != "idle"` };
  return property === 'never' ? { p: `working["${id}"] + waiting["${other}"] > 0` } : {};
}

function told({ verdict, counterexample, unreached }: CheckAnswer, property: string) {
  const { steps, notPossible = null, loop = null } = counterexample ?? {};
  // Of runs that go round for ever none is the shortest.
  const length = loop === null ? steps?.length : 'for ever';
  return { property, verdict, length, notPossible, unreached: property === 'anything' ? unreached : null };
}

const properties = ['no-deadlock', 'no-loss', 'no-cycle', 'never', 'leads-to', 'same-end', 'anything'];

test('with and without reduction the answers are the same, and every run that breaks something is one of the runtime', () => {
  let compared = 0;
  let violated = 0;
  for (let seed = 0; seed < flows; seed += 1) {
    const streams = createStreams(seed, ['flow']);
    const pick = (below: number): number => Math.floor(streams.nextUnit(0) * below);
    const parsed = parseFlow(timeless(randomRun(pick, kinds)), kinds);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    for (const property of properties) {
      const full = answerOf(parsed.value, property, false);
      if (full.verdict === 'not-exhausted') break;
      const reduced = answerOf(parsed.value, property, true);
      compared += 1;
      if (full.verdict === 'violated') violated += 1;
      expect({ seed, ...told(reduced, property) }).toEqual({ seed, ...told(full, property) });
      expect(full.counterexample?.notPossible ?? null).toBeNull();
      const isLarger = reduced.progress.configurations > full.progress.configurations;
      expect(isLarger && full.verdict === 'holds').toBe(false);
    }
  }
  expect([compared > 100, violated > 10]).toEqual([true, true]);
}, 3_000_000);
