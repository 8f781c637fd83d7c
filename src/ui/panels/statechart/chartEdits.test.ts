import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { randomStatechart, type Dice } from '#engine/model/statechart/randomStatechart';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import type { Statechart } from '#engine/model/statechart/Statechart';
import type { StateForm } from '#ui/panels/graph/AutomatonPicture';
import { chartEdits } from './chartEdits';
import { chartOfSetting } from './chartOfSetting';
import { chartPicture } from './chartPicture';
import { allStates, readTrigger, transitionsOf, triggerText } from './chartPlaces';

/** A chart that edits are made to, one after the other. */
class Drawn {
  chart: Statechart;

  constructor(config: unknown = null) {
    const read = readStatechart(config, null);
    this.chart = config === null ? chartOfSetting(null) : read.ok ? read.value : chartOfSetting(null);
  }

  get edits() {
    return chartEdits(this.chart, (chart) => {
      this.chart = chart;
    });
  }

  get config() {
    return exportStatechart(this.chart);
  }

  get isSound() {
    return readStatechart(this.config, null).ok;
  }
}

test('states, transitions, delays and nesting are drawn from nothing', () => {
  const drawn = new Drawn();
  const placed = drawn.edits.addState({ label: 'placed' });
  const paid = drawn.edits.addState({ label: 'paid', after: { from: placed, label: 'Paid' } });
  drawn.edits.addArrow(placed, placed, 'after 500 ms');
  drawn.edits.addState({ label: 'packing', parent: paid });
  drawn.edits.changeForm?.(paid, 'parallel');
  expect(drawn.config).toEqual({
    id: 'chart',
    initial: 'placed',
    states: {
      placed: { on: { Paid: [{ target: 'paid' }] }, after: { 500: [{ target: 'placed' }] } },
      paid: { type: 'parallel', states: { packing: {} } },
    },
  });
});

const nested = {
  id: 'm',
  initial: 'a',
  states: {
    a: { on: { GO: 'b', IN: '#m.b.x' }, initial: 'deep', states: { deep: {} } },
    b: { initial: 'x', states: { x: { on: { BACK: '#m.a', ON: 'y' } }, y: {} } },
  },
};

test('targets lead to the same states after a state is renamed or moved', () => {
  const drawn = new Drawn(nested);
  drawn.edits.renameState('b', 'c');
  expect(drawn.config).toMatchObject({
    states: {
      a: { on: { GO: [{ target: 'c' }], IN: [{ target: '#m.c.x' }] } },
      c: { states: { x: { on: { BACK: [{ target: '#m.a' }], ON: [{ target: 'y' }] } } } },
    },
  });
  drawn.edits.moveInto?.('c.y', null);
  expect(drawn.config).toMatchObject({
    states: { c: { states: { x: { on: { ON: [{ target: '#m.y' }] } } } }, y: {} },
  });
});

test('a state that is removed takes what leads to it along, and another one is where its parent begins', () => {
  const drawn = new Drawn(nested);
  drawn.edits.removeState('b.x');
  expect(drawn.config).toEqual({
    id: 'm',
    initial: 'a',
    states: {
      a: { initial: 'deep', on: { GO: [{ target: 'b' }] }, states: { deep: {} } },
      b: { initial: 'y', states: { y: {} } },
    },
  });
});

test('a transition to several states is drawn to each of them, and each arrow is led elsewhere or removed for itself', () => {
  const region = { initial: 'x', states: { x: {}, y: {}, z: {} } };
  const drawn = new Drawn({
    id: 'm',
    initial: 'a',
    states: {
      a: { on: { GO: { target: ['b.one.y', 'b.two.y'], guard: 'true' } } },
      b: { type: 'parallel', states: { one: region, two: region } },
    },
  });
  const arrows = () =>
    chartPicture(drawn.chart, 'whole').arrows.map(({ id, to, lines }) => ({ id, to, lines }));
  const [first, second] = arrows();
  expect([first?.to, second?.to]).toEqual(['b.one.y', 'b.two.y']);
  expect([first?.lines, second?.lines]).toEqual([['GO ⇉', '[true]'], ['GO ⇉']]);
  drawn.edits.redirectArrow?.(second?.id ?? '', 'a', 'b.two.z');
  expect(arrows().map(({ to }) => to)).toEqual(['b.one.y', 'b.two.z']);
  drawn.edits.removeArrow(first?.id ?? '');
  expect(arrows().map(({ to, lines }) => [to, lines])).toEqual([['b.two.z', ['GO', '[true]']]]);
  drawn.edits.removeArrow(arrows()[0]?.id ?? '');
  expect(arrows()).toEqual([]);
  expect(drawn.isSound).toBe(true);
});

test.each(['Paid', 'after 500', 'after context.wait * 2', 'always', 'done', 'paid.*', '*'])(
  'the label %s is read as it is shown',
  (label) => {
    const trigger = readTrigger(label);
    expect(trigger === null ? '' : triggerText(trigger)).toBe(label);
  },
);

const forms: readonly StateForm[] = ['plain', 'parallel', 'final', 'history', 'deepHistory'];

/** Some edit of any sort, of any state or transition there is. */
function editAnything(drawn: Drawn, dice: Dice): void {
  const pick = <T>(list: readonly T[]): T | undefined => list[dice(list.length)];
  const { edits, chart } = drawn;
  const ids = allStates(chart).map(([id]) => id);
  const picture = chartPicture(chart, 'whole', undefined, true);
  const state = pick(ids) ?? '';
  const other = pick(ids) ?? '';
  const arrow = pick(picture.arrows)?.id;
  switch (dice(8)) {
    case 0:
      edits.addState({ label: pick(['s', 'a.b', '#x', '']) ?? '', parent: state });
      return;
    case 1:
      edits.renameState(state, pick(['s1', 'renamed', ' ']) ?? '');
      return;
    case 2:
      edits.addArrow(state, other, pick(['A', 'after 20', 'always', 'done']) ?? 'A');
      return;
    case 3:
      edits.removeState(state);
      return;
    case 4:
      edits.moveInto?.(state, pick([other, null]) ?? null);
      return;
    case 5:
      edits.changeForm?.(state, pick(forms) ?? 'plain');
      return;
    case 6:
      if (arrow !== undefined) edits.redirectArrow?.(arrow, state, other);
      return;
    default:
      if (arrow !== undefined) edits.relabelArrow(arrow, 'B');
  }
}

test('a picture has every state and transition of a chart, and all its arrows lead to states of it', () => {
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
      const dice: Dice = (n) => (numbers.next().value ?? 0) % n;
      const { chart } = new Drawn(randomStatechart(dice));
      const { states, arrows } = chartPicture(chart, 'whole', undefined, true);
      const ids = new Set(states.map(({ id }) => id));
      expect(states).toHaveLength(allStates(chart).length);
      const transitions = allStates(chart).flatMap(([id, state]) => transitionsOf(id, state));
      const ends = transitions.map(({ transition }) => Math.max(1, transition.targets?.length ?? 0));
      expect(arrows).toHaveLength(ends.reduce((sum, count) => sum + count, 0));
      expect(arrows.every(({ from, to }) => ids.has(from) && ids.has(to))).toBe(true);
      expect(new Set(arrows.map(({ id }) => id)).size).toBe(arrows.length);
    }),
    { seed: 4, numRuns: 100 },
  );
});

test('whatever is done to a chart, the editor hands on one that reads well, or one that is refused', () => {
  let sound = 0;
  let made = 0;
  fc.assert(
    fc.property(fc.infiniteStream(fc.nat(1_000_000)), (numbers) => {
      const dice: Dice = (n) => (numbers.next().value ?? 0) % n;
      const drawn = new Drawn(randomStatechart(dice));
      for (let times = 0; times < 8; times += 1) {
        const before = drawn.chart;
        editAnything(drawn, dice);
        made += 1;
        if (drawn.isSound) sound += 1;
        else drawn.chart = before;
      }
    }),
    { seed: 4, numRuns: 100 },
  );
  expect(sound / made).toBeGreaterThan(0.98);
});
