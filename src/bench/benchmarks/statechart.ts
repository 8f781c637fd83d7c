import { compileStatechart } from '#engine/statechart/compileStatechart';
import { parseStatechart } from '#engine/statechart/parseStatechart';
import { startStatechart, stepStatechart } from '#engine/statechart/stepStatechart';
import { createMachine, initialTransition, transition } from 'xstate';
import type { Benchmark, Line } from '../Benchmark';
import { compare, type Work } from '../measure';

const times = 60_000;
/** XState is slower: it gets less to do, so that both take a while. */
const less = 10;

const flat = {
  id: 'flat',
  initial: 'green',
  states: {
    green: { on: { NEXT: 'yellow' } },
    yellow: { on: { NEXT: 'red' } },
    red: { on: { NEXT: 'green' } },
  },
};

const nested = {
  id: 'nested',
  initial: 'on',
  states: {
    on: {
      type: 'parallel' as const,
      states: {
        a: { initial: 'x', states: { x: { on: { NEXT: 'y' } }, y: { on: { NEXT: 'x' } } } },
        b: { initial: 'x', states: { x: { on: { NEXT: 'y' } }, y: { on: { NEXT: 'x' } } } },
      },
    },
  },
};

export const statechart: Benchmark = {
  id: 'statechart',
  title: 'Steps of a statechart per second',
  run: () => [line('flat, three states', flat), line('two regions, both move', nested)],
};

function line(what: string, config: Parameters<typeof createMachine>[0]): Line {
  const { perSecond, ratio } = compare(oursOf(config), theirsOf(config));
  return { what, value: perSecond / 1e6, unit: 'M/s', ratio, against: 'transition of XState' };
}

function oursOf(config: unknown): Work {
  const parsed = parseStatechart(config);
  if (!parsed.ok) throw new Error('the chart of the benchmark is sound');
  const tables = compileStatechart(parsed.value);
  const event = { type: 'NEXT', key: '', data: null };
  const moment = { nowUs: 0 };
  return () => {
    let { snapshot } = startStatechart(tables, moment);
    for (let step = 0; step < times; step++) {
      ({ snapshot } = stepStatechart(tables, snapshot, event, moment));
    }
    return times;
  };
}

function theirsOf(config: Parameters<typeof createMachine>[0]): Work {
  const machine = createMachine(config);
  const event = { type: 'NEXT' };
  return () => {
    let [snapshot] = initialTransition(machine);
    for (let step = 0; step < times / less; step++) [snapshot] = transition(machine, snapshot, event);
    return times / less;
  };
}
