import { expect, test } from 'vitest';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { parseFlow } from '#engine/model/parseFlow';
import type { Settings } from '#engine/model/fields';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { anything } from './anything';
import { boundedFlow } from './boundedFlow';
import { renamed } from './CanonicalForm';
import { Explorer } from './Explorer';
import type { Move } from './Move';
import { firstTimer } from './names';
import { randomSmallFlow } from './randomSmallFlow';
import { usualSettings } from './settings';
import { documentOf } from './smallWorlds';
import { Space, type Part } from './Space';
import { timeless } from './timeless';

const whole = { isReduced: false, isSymmetric: false };

/** How many pairs of steps of one node were made in both orders; each pair has to lead to the same. */
function pairsOf(doc: FlowDoc, most: number): number {
  const { plan, read } = boundedFlow(doc, runningKinds, 2, false);
  const space = new Space(plan, read, usualSettings.faults);
  const limits = { ...usualSettings.limits, configurations: most };
  const explorer = new Explorer(space, anything, whole, limits);
  while (!explorer.isOver) explorer.advance(1000);
  let pairs = 0;
  for (let number = 0; number < explorer.progress.configurations; number += 1) {
    for (const [place, node] of space.layout.nodes.entries()) {
      const planned = plan.nodes[node];
      const part = planned?.behaviour.form?.commutes?.(planned.plan) ?? null;
      if (part === null) continue;
      const own = stepsAt(explorer, number, place, part);
      const others = stepsAt(explorer, number, place, 'all').filter(({ sort, from }) => {
        // Answers have odd lanes.
        return sort === 'receive' && from % 2 === (part === 'own' ? 0 : 1);
      });
      for (const one of own) {
        for (const other of others) {
          expect(after(explorer, number, [other, one])).toEqual(after(explorer, number, [one, other]));
          pairs += 1;
        }
      }
    }
  }
  return pairs;
}

/** A step, with whatever outcome of chance. */
type Step = Pick<Move, 'sort' | 'place' | 'from'>;

const isOf =
  (step: Step) =>
  ({ sort, place, from }: Step): boolean =>
    sort === step.sort && place === step.place && from === step.from;

function stepsAt(explorer: Explorer, number: number, place: number, part: Part): readonly Step[] {
  const found: Move[] = [];
  explorer.space.findMoves(explorer.configurationAt(number), place, found, part);
  return found.filter((move, index) => found.findIndex(isOf(move)) === index);
}

/** Every configuration that two steps may lead to. */
function after(explorer: Explorer, number: number, steps: readonly Step[]): readonly string[] {
  const { space } = explorer;
  let rows: readonly Uint8Array[] = [explorer.set.row(number)];
  for (const step of steps) {
    rows = rows.flatMap((row) => {
      const here = space.create();
      here.unpack(row);
      const found: Move[] = [];
      space.findMoves(here, step.place, found);
      return found.filter(isOf(step)).map((move) => {
        space.writeNext(here, move, 0);
        return space.writer.bytes;
      });
    });
  }
  return [...new Set(rows.map((row) => textOf(row, space)))].toSorted();
}

/** A configuration in which names are numbered as they come: which of them was given first makes no difference. */
function textOf(row: Uint8Array, space: Space): string {
  const here = space.create();
  here.unpack(row);
  const numbers = new Map<string, number>();
  const said = (content: unknown, names: readonly number[], place: number): unknown =>
    renamed(content, (name, range) => {
      const own = range === firstTimer ? `${place} ${name}` : `${names[name - range]}`;
      if (!numbers.has(own)) numbers.set(own, numbers.size);
      return range + (numbers.get(own) ?? 0);
    });
  const parts = space.layout.nodes.map((_, place) => {
    const { content, nameCount } = here.nodeShape(place);
    return said(content, here.namesAt((here.nodeAt[place] ?? 0) + 1, nameCount), place);
  });
  for (let lane = 0; lane < space.layout.laneCount; lane += 1) {
    let at = (here.laneAt[lane] ?? 0) + 1;
    for (let left = here.laneLength(lane); left > 0; left -= 1) {
      const shape = space.steps.shapes.messages[here.cells[at] ?? 0];
      const count = shape?.ranges.length ?? 0;
      parts.push([lane, said(shape?.content, here.namesAt(at + 1, count), -1)]);
      at += 1 + count;
    }
  }
  return JSON.stringify(parts);
}

function docOf(bus: Settings, sources: number, workers: number): FlowDoc {
  const nodes: Record<string, readonly [string, Settings]> = { bus: ['bus', bus] };
  const wires: string[] = [];
  for (let one = 1; one <= sources; one += 1) {
    nodes[`source${one}`] = ['publisher', { call: one === 1 ? 'wait' : 'fireAndForget' }];
    wires.push(`source${one} bus`);
  }
  for (let one = 1; one <= workers; one += 1) {
    nodes[`worker${one}`] = ['handler', {}];
    wires.push(`bus worker${one}`);
  }
  const parsed = parseFlow(documentOf({ types: ['A'], nodes, wires }), kinds);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.value;
}

test('steps that may change places, as their kind says, come to the same in either order', () => {
  let pairs = 0;
  for (let seed = 0; seed < 200; seed += 1) {
    const doc = randomSmallFlow(seed, kinds, timeless);
    if (doc !== null) pairs += pairsOf(doc, 300);
  }
  expect(pairs).toBeGreaterThan(500);
});

test('answers to a bus change places with events that join its lines only if it has one consumer before each and turns nobody away', () => {
  let pairs = 0;
  for (const capacity of [0, 1]) {
    for (const overflow of ['block', 'dropNewest', 'dropOldest', 'reject']) {
      for (const order of ['fifo', 'lifo']) {
        for (const [groups, workers] of [
          ['one', 1],
          ['each', 2],
          ['one', 2],
        ] as const) {
          pairs += pairsOf(docOf({ capacity, overflow, order, groups }, 2, workers), 2500);
        }
      }
    }
  }
  expect(pairs).toBeGreaterThan(1000);
});
