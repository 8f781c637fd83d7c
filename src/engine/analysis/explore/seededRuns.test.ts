import { assert, infiniteStream, nat, property } from 'fast-check';
import { expect, test } from 'vitest';
import type { FactNumber } from '#engine/model/facts';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { randomRun } from '#engine/runtime/randomRun';
import { Simulation } from '#engine/runtime/Simulation';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { boundedDoc } from './boundedDoc';
import type { Move } from './Move';
import { timeless } from './timeless';
import { Space } from './Space';
import { whatIsRead } from './whatIsRead';

/** What can be seen of a step without its time and luck: who made it, and the facts about it. */
interface Seen {
  readonly node: number;
  readonly codes: FactNumber[];
}

/** The steps of a run as it comes from its seed. */
function stepsOf(simulation: Simulation, most: number): readonly Seen[] {
  const steps: Seen[] = [];
  simulation.listener = {
    begin: ({ node }) => void steps.push({ node, codes: [] }),
    send: () => undefined,
    record: (code) => void steps.at(-1)?.codes.push(code),
  };
  while (steps.length < most && simulation.step());
  return steps;
}

/** Every configuration that a step which looks like this may lead to, from any of some. */
function after(space: Space, rows: readonly Uint8Array[], { node, codes }: Seen): readonly Uint8Array[] {
  const here = space.create();
  const next = new Map<string, Uint8Array>();
  for (const row of rows) {
    here.unpack(row);
    const moves: Move[] = [];
    space.findMoves(here, space.placeOf[node] ?? -1, moves);
    for (const move of moves) {
      const { noted } = move.outcome;
      const isAlike =
        noted.length === codes.length && noted.every(({ code }, index) => code === codes[index]);
      if (!isAlike) continue;
      space.writeNext(here, move, 0);
      const found = space.writer.bytes;
      next.set(found.join(), found);
    }
  }
  return [...next.values()];
}

/** With more ways in which a run may be seen it is given up: the flow is too large to tell them all. */
const mostWays = 100;

test('a run from its seed is one of those that are explored, its durations and luck forgotten', () => {
  let followed = 0;
  assert(
    property(infiniteStream(nat(2 ** 30)), (stream) => {
      const pick = (below: number) => (stream.next().value ?? 0) % below;
      const parsed = parseFlow(timeless(randomRun(pick, kinds)), kinds);
      if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
      const doc = { ...boundedDoc(parsed.value, runningKinds, 4), interventions: [], faults: [] };
      const plan = planFlow(doc, runningKinds);
      const space = new Space(plan, whatIsRead(plan), { crashes: 0, losses: 0, duplicates: 0 });
      space.writeInitial(0);
      let rows: readonly Uint8Array[] = [space.writer.bytes];
      for (const [index, step] of stepsOf(new Simulation(plan), 80).entries()) {
        rows = after(space, rows, step);
        if (rows.length === 0)
          throw new Error(`step ${index + 1} is not explored: ${JSON.stringify([step, doc])}`);
        if (rows.length > mostWays) return;
        followed += 1;
      }
    }),
    { numRuns: 60, seed: 3, endOnFailure: true },
  );
  expect(followed).toBeGreaterThan(1000);
}, 120_000);
