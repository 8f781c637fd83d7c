import ELK from 'elkjs/lib/elk.bundled.js';
import { expect, test } from 'vitest';
import { randomAutomaton } from '#engine/automata/randomAutomaton';
import type { AutomatonPicture, PictureArrow, PictureState } from './AutomatonPicture';
import { backArrows } from './backArrows';
import type { Box, Point } from './geometry';
import { layoutKey } from './layoutKey';
import { largestIn } from './largestIn';
import { layoutPicture, type Arrange } from './layoutPicture';
import { LayoutStore } from './LayoutStore';
import type { PictureLayout } from './PictureLayout';
import { scales, wholeScale } from './viewportOf';

/** A layout takes a tenth of a second, unless the machine has much else to do. */

const elk = new ELK();
const arrange: Arrange = async (graph) => elk.layout(graph);

/** Numbers in [0, 1) from a seed (Numerical Recipes, linear congruence): the same in every run of the tests. */
function unitsFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const store = new LayoutStore(arrange);
const room = { width: 1200, height: 720 };
/** In both directions, and in whatever comes into question for a large room and for one that is wide and low. */
const layoutsOf = async (picture: AutomatonPicture) => {
  const layouts = await Promise.all([
    store.layout(picture, room, 'down'),
    store.layout(picture, room, 'right'),
    store.layout(picture, room),
    store.layout(picture, { width: 900, height: 300 }),
  ]);
  return layouts.flat();
};

const letters = ['OrderPlaced', 'PaymentCaptured', 'x', '订单已发货'];

/** A random automaton as a picture: some states with tokens, notes and long names, some arrows with figures. */
function randomPicture(stateCount: number, seed: number): AutomatonPicture {
  const next = unitsFrom(seed);
  const density = Math.min(1, 1.7 / letters.length);
  const automaton = randomAutomaton(
    { stateCount, letterCount: letters.length, accepting: 0.3, density },
    next,
  );
  const states = automaton.states.map((id, index): PictureState => {
    const chance = next();
    return {
      id,
      label: chance < 0.2 ? `${id} waits for the answer of the payment gateway` : id,
      isInitial: index === automaton.initial,
      isAccepting: automaton.accepting[index] === true,
      ...(chance > 0.8 && { tokens: [] }),
      ...(chance > 0.6 && { note: '' }),
    };
  });
  const arrows = states.flatMap(({ id: from }, state) =>
    letters.flatMap((letter, index): readonly PictureArrow[] => {
      const to = states[automaton.table[state * letters.length + index] ?? -1]?.id;
      if (to === undefined) return [];
      return [{ id: `${from} ${letter}`, from, to, lines: [letter], ...(next() < 0.2 && { figure: '' }) }];
    }),
  );
  return { states, arrows, current: [] };
}

function chain(length: number): AutomatonPicture {
  const states = Array.from({ length }, (_, index): PictureState => ({
    id: `q${index}`,
    label: `step ${index}`,
    isInitial: index === 0,
  }));
  const arrows = states
    .slice(1)
    .map(({ id }, index): PictureArrow => ({ id: `a${index}`, from: `q${index}`, to: id, lines: ['next'] }));
  return { states, arrows, current: [] };
}

/** Puts a third of the states into frames, and some frames into others. */
function nested(picture: AutomatonPicture): AutomatonPicture {
  const frames = [0, 1, 2].map((index): PictureState => ({
    id: `frame ${index}`,
    label: `frame ${index}`,
    form: index === 2 ? 'parallel' : 'plain',
    ...(index === 1 && { parent: 'frame 0' }),
  }));
  const states = picture.states.map((state, index) =>
    index % 3 === 0 ? { ...state, parent: `frame ${Math.floor(index / 3) % 3}` } : state,
  );
  const outOf: PictureArrow = { id: 'out', from: 'frame 0', to: 'q1', lines: ['leave'] };
  const into: PictureArrow = { id: 'in', from: 'q1', to: 'frame 1', lines: ['enter'] };
  return { ...picture, states: [...frames, ...states], arrows: [...picture.arrows, outOf, into] };
}

const cases: readonly (readonly [string, AutomatonPicture])[] = [
  ...[1, 2, 3, 5, 8, 14, 25, 60].map(
    (count) => [`${count} states`, randomPicture(count, 1000 + count)] as const,
  ),
  ['a chain of 60 states', chain(60)],
  ...[6, 18].map((count) => [`${count} nested states`, nested(randomPicture(count, count))] as const),
];

/** Common area, beyond what rounding makes. */
function doOverlap(a: Box, b: Box): boolean {
  const slack = 0.5;
  return (
    a.x < b.x + b.width - slack &&
    b.x < a.x + a.width - slack &&
    a.y < b.y + b.height - slack &&
    b.y < a.y + a.height - slack
  );
}

const leaves = ({ states }: PictureLayout) => states.filter(({ hasChildren }) => !hasChildren);

const isOnRim = ({ x, y }: Point, box: Box) => {
  const isNear = (a: number, b: number, slack: number) => Math.abs(a - b) <= slack;
  const isWithin =
    x >= box.x - 1 && x <= box.x + box.width + 1 && y >= box.y - 1 && y <= box.y + box.height + 1;
  // Corners are round: there the rim lies behind the box by their radius at most.
  const isAtSide = isNear(x, box.x, 17) || isNear(x, box.x + box.width, 17);
  const isAtEnd = isNear(y, box.y, 17) || isNear(y, box.y + box.height, 17);
  return isWithin && (isAtSide || isAtEnd);
};

test.each(cases)(
  '%s: no two states overlap, and no label lies on a state or on another label',
  async (_, picture) => {
    for (const layout of await layoutsOf(picture)) {
      const boxes = leaves(layout).map(({ box }) => box);
      const labels = layout.arrows.flatMap(({ label }) => (label === null ? [] : [label]));
      const all = [...boxes, ...labels];
      const clashes = all.flatMap((a, index) => all.slice(index + 1).filter((b) => doOverlap(a, b)));
      expect(clashes).toEqual([]);
      for (const { x, y, width, height } of [...all, ...layout.states.map(({ box }) => box)]) {
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width).toBeLessThanOrEqual(layout.width);
        expect(y + height).toBeLessThanOrEqual(layout.height);
      }
    }
  },
);

test.each(cases)('%s: every state, arrow and initial arrow is there, from rim to rim', async (_, picture) => {
  for (const layout of await layoutsOf(picture)) {
    const boxOf = new Map(layout.states.map(({ state, box }) => [state.id, box]));
    expect([...boxOf.keys()].toSorted()).toEqual(picture.states.map(({ id }) => id).toSorted());
    expect(layout.arrows.flatMap(({ arrows }) => arrows.map(({ id }) => id)).toSorted()).toEqual(
      picture.arrows.map(({ id }) => id).toSorted(),
    );
    const initial = picture.states.filter(({ isInitial }) => isInitial === true);
    expect(layout.starts.map(({ state }) => state)).toEqual(initial.map(({ id }) => id));
    for (const { way, from, to } of layout.arrows) {
      for (const [point, id] of [[way[0], from] as const, [way.at(-1), to] as const]) {
        const box = boxOf.get(id);
        expect(
          point !== undefined && box !== undefined && isOnRim(point, box)
            ? []
            : [id, from, to, point, box, way],
        ).toEqual([]);
      }
    }
  }
});

test.each(cases)('%s: no arrow runs through a state', async (_, picture) => {
  for (const layout of await layoutsOf(picture)) {
    const boxes = leaves(layout).map(({ box }) => box);
    const through = layout.arrows.flatMap(({ id, way }) =>
      way.slice(1).flatMap((to, index) => {
        const from = way[index] ?? to;
        const piece = {
          x: Math.min(from.x, to.x),
          y: Math.min(from.y, to.y),
          width: Math.abs(to.x - from.x),
          height: Math.abs(to.y - from.y),
        };
        // The ends of a way lie on the rims of its own states, or behind them where they are round.
        const isEnd = index === 0 || index === way.length - 2;
        return boxes.some((box) => doCross(piece, box, isEnd ? 17 : 1)) ? [id] : [];
      }),
    );
    expect(through).toEqual([]);
  }
});

/** Whether a piece of a way gets further into a box than so far. */
function doCross(piece: Box, { x, y, width, height }: Box, depth: number): boolean {
  const inner = { x: x + depth, y: y + depth, width: width - 2 * depth, height: height - 2 * depth };
  return (
    inner.width > 0 &&
    inner.height > 0 &&
    piece.x < inner.x + inner.width &&
    inner.x < piece.x + piece.width &&
    piece.y <= inner.y + inner.height &&
    inner.y <= piece.y + piece.height
  );
}

test('nested states lie inside of their parents, below their names, and apart from what is not inside', async () => {
  const picture = nested(randomPicture(15, 4));
  for (const { states } of await layoutsOf(picture)) {
    const boxOf = new Map(states.map(({ state, box }) => [state.id, box]));
    for (const { state, box } of states) {
      const parent = boxOf.get(state.parent ?? '') ?? { x: -1, y: -21, width: Infinity, height: Infinity };
      expect(box.x).toBeGreaterThan(parent.x);
      expect(box.y).toBeGreaterThan(parent.y + 20);
      expect(box.x + box.width).toBeLessThan(parent.x + parent.width);
      expect(box.y + box.height).toBeLessThan(parent.y + parent.height);
      const siblings = states.filter((other) => other !== states[0] && other.state.parent === state.parent);
      expect(siblings.filter((other) => other.box !== box && doOverlap(other.box, box))).toEqual([]);
    }
  }
});

test('the same picture is laid out the same, also by another ELK', async () => {
  const picture = nested(randomPicture(12, 7));
  const fresh = new ELK();
  const again = await layoutPicture(structuredClone(picture), async (graph) => fresh.layout(graph), room);
  expect(again).toEqual(await store.layout(picture, room));
});

test('what changes as a run plays moves nothing', () => {
  const picture = randomPicture(12, 3);
  const later: AutomatonPicture = {
    states: picture.states.map((state) => ({
      ...state,
      ...(state.note !== undefined && { note: 'since 3 s' }),
      ...(state.tokens !== undefined && { tokens: [{ id: '1', label: '17' }] }),
    })),
    arrows: picture.arrows.map((arrow) => ({
      ...arrow,
      weight: 0.7,
      isLit: true,
      ...(arrow.figure !== undefined && { figure: '7 times' }),
    })),
    current: ['q3'],
    last: picture.arrows[0]?.id ?? null,
  };
  expect(layoutKey(later)).toBe(layoutKey(picture));
  const [first, ...rest] = picture.states;
  expect(layoutKey({ ...picture, states: [...rest, ...(first === undefined ? [] : [first])] })).not.toBe(
    layoutKey(picture),
  );
});

test('a picture is laid out once, however many ask for it, and a failure is not kept', async () => {
  let calls = 0;
  let isBroken = true;
  const store = new LayoutStore(async (graph) => {
    calls += 1;
    if (isBroken) throw new Error('no worker');
    return arrange(graph);
  });
  const picture = randomPicture(3, 1);
  await expect(store.layout(picture, room)).rejects.toThrow('no worker');
  expect(store.known(picture, room)).toBeNull();
  isBroken = false;
  calls = 0;
  const [one, other] = await Promise.all([store.layout(picture, room), store.layout(picture, room)]);
  expect(one).toBe(other);
  expect(store.known(picture, room)).toBe(one);
  expect(calls).toBe(1);
});

test('without the arrows that lead back there is no circle, and none of them leads back without need', () => {
  for (let seed = 0; seed < 200; seed += 1) {
    const { states, arrows } = randomPicture(2 + (seed % 9), seed);
    const back = backArrows(states, arrows);
    const forward = arrows.filter(({ id, from, to }) => from !== to && !back.has(id));
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean => {
      if (from === to) return true;
      seen.add(from);
      return forward.some((one) => one.from === from && !seen.has(one.to) && reaches(one.to, to, seen));
    };
    expect(forward.filter(({ from, to }) => reaches(to, from))).toEqual([]);
    // What leads to the initial state leads back in any case, for that one stands first.
    const needless = arrows.filter(
      ({ id, from, to }) => from !== to && to !== states[0]?.id && back.has(id) && !reaches(to, from),
    );
    expect(needless).toEqual([]);
  }
});

test('a long chain is bent into columns and then read as a whole, and what fits is laid out once', async () => {
  const wholeOf = (layouts: readonly PictureLayout[]) => {
    const layout = largestIn(room, layouts);
    return layout === null ? null : [layout.flow, wholeScale(layout, room) >= scales.legible];
  };
  expect(wholeOf(await store.layout(chain(60), room))).toEqual(['columns', true]);
  expect(wholeOf(await store.layout(chain(30), { width: 340, height: 460 }))?.[0]).toBe('columns');
  expect((await store.layout(chain(5), room)).map(({ flow }) => flow)).toEqual(['down']);
});
