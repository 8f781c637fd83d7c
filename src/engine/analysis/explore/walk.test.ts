import { assert, infiniteStream, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import { factCodes } from '#engine/model/facts';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { randomRun } from '#engine/runtime/randomRun';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { boundedDoc } from './boundedDoc';
import { recipeOf } from './Recipe';
import { timeless } from './timeless';
import type { Move } from './Move';
import { Space } from './Space';
import { unexploredWords, whatIsRead } from './whatIsRead';

type Pick = (below: number) => number;

/** A run that is made of any moves, up to a length. */
function walk(space: Space, pick: Pick, length: number): readonly Move[] {
  const { writer } = space;
  const here = space.create();
  const path: Move[] = [];
  space.writeInitial(0);
  while (path.length < length) {
    here.unpack(writer.bytes);
    const all: Move[] = [];
    space.findAllMoves(here, all);
    // What chance does about a crash cannot be prescribed.
    const moves = all.filter(({ sort, outcome }) => sort !== 'befall' || outcome.luck.length === 0);
    const chosen = moves[moves.length === 0 ? 0 : pick(moves.length)];
    if (chosen === undefined) break;
    space.writeNext(here, chosen, 0);
    path.push(chosen);
  }
  return path;
}

test('a walk over any moves is a run of the runtime, with the same facts, lifecycles and levels at every step', () => {
  let walked = 0;
  assert(
    property(infiniteStream(nat(2 ** 30)), (stream) => {
      const pick: Pick = (below) => (stream.next().value ?? 0) % below;
      const parsed = parseFlow(timeless(randomRun(pick, kinds)), kinds);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const doc = boundedDoc(parsed.value, runningKinds, 4);
      const plan = planFlow(doc, runningKinds);
      const reads = plan.nodes.filter(({ behaviour, plan: own }) => behaviour.form?.readsClock(own) ?? false);
      expect([...unexploredWords(plan), ...reads.map(({ id }) => id)]).toEqual([]);
      const space = new Space(plan, whatIsRead(plan), { crashes: 1, losses: 1, duplicates: 1 });
      const path = walk(space, pick, 120);
      const recipe = recipeOf(doc, runningKinds, path);
      if ('reason' in recipe) {
        throw new Error(`step ${recipe.step} of ${path.length}: ${recipe.reason} ${JSON.stringify(doc)}`);
      }
      recipe.steps.forEach((step, index) => {
        const move = path[index];
        const expected = move?.outcome.noted.map(({ code }) => factCodes[code]) ?? [];
        expect([index, ...step.facts.map(({ code }) => code)]).toEqual([index, ...expected]);
      });
      const lastOf = new Map(path.map((move) => [move.node, move.outcome.shape]));
      for (const [node, shape] of lastOf) {
        const states = plan.nodes[node]?.kind.automaton.states ?? [];
        expect(recipe.simulation.lifecycles.page(node).name).toBe(states[shape.content.lifecycle]);
      }
      walked += path.length;
    }),
    { numRuns: 60, seed: 5, endOnFailure: true },
  );
  expect(walked).toBeGreaterThan(1000);
}, 120_000);
