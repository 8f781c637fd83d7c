import * as fc from 'fast-check';
import { compileCondition, compileExpression } from '#engine/expression/compileExpression';
import { compileTemplate } from '#engine/expression/compileTemplate';
import { createScope } from '#engine/expression/ExpressionScope';
import type { Json } from '#engine/model/Json';
import { expect, test } from 'vitest';
import {
  assign,
  createMachine,
  emit,
  initialTransition,
  log,
  raise,
  transition,
  type AnyEventObject,
  type AnyStateMachine,
} from 'xstate';
import type { ChartTables } from './ChartTables';
import { compileStatechart } from './compileStatechart';
import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { parseStatechart } from './parseStatechart';
import { randomEvent, randomStatechart, type Dice } from '#engine/model/statechart/randomStatechart';
import { stateValue } from './stateValue';
import type { StatechartStep } from './StatechartSnapshot';
import { startStatechart, stepStatechart } from './stepStatechart';

/*
 * The same configuration in XState, with the same actions given by name. Only the expressions are ours on both sides.
 */

interface Args {
  readonly context: unknown;
  readonly event: AnyEventObject;
}

function scopeOf({ context, event }: Args) {
  // Everything in the charts of this test is JSON.
  const data = (event['data'] ?? event['output'] ?? null) as Json;
  return { ...createScope(), type: event.type, data, context: context as Json };
}

function valueOf(template: unknown, args: Args): Json {
  const compiled = compileTemplate(template as Json);
  const value = compiled.ok ? compiled.evaluate(scopeOf(args)) : compiled;
  if (!value.ok) throw new Error(JSON.stringify({ template, value }));
  return value.value;
}

/** A table that has an entry for every name: names of guards and delays are expressions. */
const byName = <T extends object>(make: (text: string) => T): Record<string, T> =>
  new Proxy<Record<string, T>>({}, { get: (_, text) => make(String(text)) });

function guardOf(text: string) {
  const compiled = compileCondition(text);
  return (args: Args) => {
    const result = compiled.ok ? compiled.evaluate(scopeOf(args)) : compiled;
    return result.ok && result.value;
  };
}

function delayOf(text: string) {
  const compiled = compileExpression(text);
  return (args: Args) => {
    const result = compiled.ok ? compiled.evaluate(scopeOf(args)) : compiled;
    return result.ok ? Number(result.value) : Number.NaN;
  };
}

interface BuiltIn {
  readonly event: AnyEventObject;
  readonly value: Json;
  readonly delay?: number;
  readonly sendId?: string;
}

type Params = { readonly type: string; readonly data?: unknown; readonly message?: unknown };

/** The types of XState want to know the names of all actions; these charts have them from data. */
const create = createMachine as unknown as (config: unknown, implementations: unknown) => AnyStateMachine;

function machineOf(config: object): AnyStateMachine {
  return create(
    { ...config, options: { maxIterations: 60 } },
    {
      guards: byName(guardOf),
      delays: byName(delayOf),
      actions: {
        assign: assign((args: Args, params: unknown) => valueOf(params, args) as object),
        raise: raise((args: Args, { type, data }: Params) => ({ type, data: valueOf(data ?? null, args) })),
        emit: emit((args: Args, { type, data }: Params) => ({ type, data: valueOf(data ?? null, args) })),
        log: log((args: Args, { message }: Params) => valueOf(message, args)),
      },
    },
  );
}

/** What a step of XState shows, in our words. */
class Oracle {
  readonly #machine: AnyStateMachine;
  #snapshot;
  #timers: string[] = [];
  outputs: unknown[] = [];

  constructor(config: object) {
    this.#machine = machineOf(config);
    const [snapshot, actions] = initialTransition(this.#machine);
    this.#snapshot = snapshot;
    this.#note(actions);
  }

  take(event: AnyEventObject): void {
    this.#timers = this.#timers.filter((timer) => timer !== event.type);
    const [snapshot, actions] = transition(this.#machine, this.#snapshot, event);
    this.#snapshot = snapshot;
    this.#note(actions);
  }

  /** XState forgets a state whose history state is entered while that begins to remember something. */
  get isSound(): boolean {
    const { _nodes: all } = this.#snapshot;
    const nodes = new Set(all);
    return [...nodes].every(({ parent }) => parent === undefined || nodes.has(parent));
  }

  get state() {
    const { status, value, context, output, historyValue } = this.#snapshot;
    const history = Object.fromEntries(
      Object.entries(historyValue).map(([id, states]) => [id, states.map((one) => one.id)]),
    );
    const timers = status === 'active' ? this.#timers.toSorted() : [];
    return { status, value, context, output: output ?? null, history, timers };
  }

  #note(actions: readonly { readonly type: string; readonly params: unknown }[]): void {
    this.outputs = [];
    for (const { type, params } of actions) {
      // What the built-in actions are made of.
      const { event, value, delay, sendId } = params as BuiltIn;
      if (type === 'xstate.log') this.outputs.push({ log: value });
      if (type === 'xstate.emit') this.outputs.push({ emit: event.type, data: event['data'] });
      if (type === 'xstate.raise' && delay !== undefined) {
        this.#timers = [...this.#timers.filter((timer) => timer !== event.type), event.type];
      }
      if (type === 'xstate.cancel') this.#timers = this.#timers.filter((timer) => timer !== sendId);
    }
  }
}

function ours(tables: ChartTables, { snapshot }: StatechartStep) {
  const { status, context, output, timers } = snapshot;
  const idOf = (index: number | string) => tables.states[Number(index)]?.id ?? '';
  const history = Object.fromEntries(
    Object.entries(snapshot.history).map(([index, states]) => [idOf(index), states.map(idOf)]),
  );
  const value = stateValue(tables, snapshot);
  return { status, value, context, output, history, timers: timers.map(({ type }) => type).toSorted() };
}

const outputsOf = ({ outputs }: StatechartStep) =>
  outputs.map((one) => {
    if (one.output === 'log') return { log: one.message };
    return one.output === 'emit' ? { emit: one.type, data: one.data } : one;
  });

/** A small generator, so that a failure is one number. */
function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
}

const seen = { steps: 0, acted: 0, moved: 0, history: 0, done: 0, timers: 0, loops: 0, unsound: 0 };

function compareOnce(seed: number): void {
  const dice = diceOf(seed);
  const config = randomStatechart(dice);
  const parsed = parseStatechart(config);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  expect(parsed.problems).toEqual([]);
  const tables = compileStatechart(parsed.value);
  let step = startStatechart(tables, { nowUs: 0 });
  if (step.snapshot.status === 'error') return void (seen.loops += 1);
  const oracle = new Oracle(exportStatechart(parsed.value));
  if (!oracle.isSound) return void (seen.unsound += 1);
  check(tables, step, oracle);
  for (let times = 0; times < 12 && step.snapshot.status === 'active'; times++) {
    const { timers } = step.snapshot;
    const timer = timers.length > 0 && dice(3) === 0 ? timers[dice(timers.length)] : undefined;
    const event = timer === undefined ? randomEvent(dice) : { type: timer.type, data: null };
    const before = JSON.stringify(step.snapshot.states);
    step = stepStatechart(tables, step.snapshot, { ...event, key: '' }, { nowUs: 0 });
    if (step.snapshot.status === 'error') {
      seen.loops += 1;
      return mustGoRound(oracle, event);
    }
    oracle.take(event);
    if (!oracle.isSound) return void (seen.unsound += 1);
    check(tables, step, oracle);
    count(step, before, timer !== undefined);
  }
}

function mustGoRound(oracle: Oracle, event: AnyEventObject): void {
  expect(() => oracle.take(event)).toThrow('Infinite loop');
}

function check(tables: ChartTables, step: StatechartStep, oracle: Oracle): void {
  expect(outputsOf(step)).toEqual(oracle.outputs);
  expect(ours(tables, step)).toEqual(oracle.state);
}

function count({ snapshot, outputs }: StatechartStep, before: string, isTimer: boolean): void {
  seen.steps += 1;
  if (before !== JSON.stringify(snapshot.states)) seen.moved += 1;
  if (outputs.length > 0) seen.acted += 1;
  if (Object.keys(snapshot.history).length > 0) seen.history += 1;
  if (snapshot.status === 'done') seen.done += 1;
  if (isTimer) seen.timers += 1;
}

test('random charts do what XState does: states, context, history, timers, and actions in the same order', () => {
  fc.assert(fc.property(fc.integer({ min: 0 }), compareOnce), {
    seed: 4,
    numRuns: 500,
    endOnFailure: true,
  });
  expect(seen.unsound).toBeLessThan(seen.steps / 200);
  // Charts that do nothing would agree on anything.
  expect(seen.acted).toBeGreaterThan(2_000);
  expect(seen.moved).toBeGreaterThan(700);
  for (const figure of [seen.history, seen.done, seen.timers, seen.loops]) expect(figure).toBeGreaterThan(20);
});
