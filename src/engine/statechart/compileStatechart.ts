import { compileCondition } from '#engine/expression/compileExpression';
import { createScope } from '#engine/expression/ExpressionScope';
import { doneType, type Act, type ChartTables, type StateTable, type TransitionTable } from './ChartTables';
import { compileActs, compileTimer, compileValue } from './compileActs';
import { fixedEntry } from './entrySet';
import { formulaOf } from './formulaOf';
import { flattenStates, type PlacedState } from '#engine/model/statechart/flattenStates';
import { matchesDescriptor } from './matchesDescriptor';
import type { Branch, Statechart, Transition } from '#engine/model/statechart/Statechart';
import { TargetFinder } from '#engine/model/statechart/TargetFinder';

/** Makes the tables that a checked statechart runs by. Costs some microseconds a state: do it once. */
export function compileStatechart(chart: Statechart): ChartTables {
  const placed = flattenStates(chart);
  const finder = new TargetFinder(placed);
  const states = placed.map((one) => compileState(one, placed, finder));
  const tables: ChartTables = {
    context: chart.context,
    states,
    beginning: beginningOf(states),
    hasAlways: states.some(({ always }) => always.length > 0),
    scope: createScope(),
  };
  for (const transition of allTransitions(states)) transition.entry = fixedEntry(transition, tables);
  return tables;
}

function compileState(one: PlacedState, placed: readonly PlacedState[], finder: TargetFinder): StateTable {
  const { state, index, parent, end, id } = one;
  const inside = placed.filter((other) => other.parent === index);
  const branches = timedBranches(one);
  const compile = (transitions: readonly Transition[]) =>
    transitions.map((transition) => compileTransition(transition, one, finder));
  const table = new Map<string, readonly TransitionTable[]>();
  for (const { when, transitions } of branches)
    table.set(when, [...(table.get(when) ?? []), ...compile(transitions)]);
  const timers = state.after.map(({ when }) => compileTimer(when, afterType(when, id), id));
  return {
    index,
    parent,
    end,
    id,
    key: state.key,
    type: state.type,
    children: inside.filter((child) => child.state.type !== 'history').map((child) => child.index),
    histories: inside.filter((child) => child.state.type === 'history').map((child) => child.index),
    isDeep: state.history === 'deep',
    ...historyDefault(one, placed, finder),
    initial: inside.find((child) => child.state.key === state.initial?.target)?.index ?? -1,
    initialActs: compileActs(state.initial?.actions ?? [], id),
    entry: [...compileActs(state.entry, id), ...timers.map(({ entry }): Act => entry)],
    exit: [...compileActs(state.exit, id), ...timers.map(({ exit }): Act => exit)],
    always: compile(state.always),
    ...candidates(table),
    output: state.output === undefined ? null : compileValue(state.output),
  };
}

/** Descriptors in the order of XState: events, the end of the state, delays. */
function timedBranches({ state, id }: PlacedState): readonly Branch[] {
  return [
    ...state.on,
    ...(state.onDone.length === 0 ? [] : [{ when: doneType(id), transitions: state.onDone }]),
    ...state.after.map(({ when, transitions }) => ({ when: afterType(when, id), transitions })),
  ];
}

const afterType = (delay: string, id: string) => `xstate.after.${delay}.${id}`;

/** The exact descriptor is asked first, then wildcards, the longest first. */
function candidates(
  table: ReadonlyMap<string, readonly TransitionTable[]>,
): Pick<StateTable, 'byType' | 'wildcards'> {
  const wildcards = [...table]
    .filter(([descriptor]) => descriptor === '*' || descriptor.endsWith('.*'))
    .toSorted(([a], [b]) => b.length - a.length);
  const byType = new Map(
    [...table].map(([type, exact]) => {
      const others = wildcards.filter(
        ([descriptor]) => descriptor !== type && matchesDescriptor(type, descriptor),
      );
      return [type, [...exact, ...others.flatMap(([, transitions]) => transitions)]];
    }),
  );
  return { byType, wildcards };
}

function compileTransition(
  { targets, guard, reenter, actions }: Transition,
  { index, id }: PlacedState,
  finder: TargetFinder,
): TransitionTable {
  return {
    source: index,
    targets: targets === null ? null : targets.map((target) => finder.find(target, index)),
    guard: guard === null ? null : formulaOf(compileCondition(guard)),
    reenter,
    acts: compileActs(actions, id),
    entry: null,
  };
}

/** Where a history state leads at first: its own targets, all regions around it, or where its parent begins. */
function historyDefault(
  { state, parent }: PlacedState,
  placed: readonly PlacedState[],
  finder: TargetFinder,
): Pick<StateTable, 'defaults' | 'isParentsInitial'> {
  const around = placed[parent];
  if (state.type !== 'history' || around === undefined) return { defaults: [], isParentsInitial: false };
  if (state.target !== null) {
    return {
      defaults: state.target.map((target) => finder.findWithin(target, parent)),
      isParentsInitial: false,
    };
  }
  if (around.state.type === 'parallel') return { defaults: [parent], isParentsInitial: false };
  const key = around.state.initial?.target ?? '';
  return { defaults: [finder.findWithin(key, parent)], isParentsInitial: true };
}

/** Enters the outermost state, and inside it whatever is initial. */
function beginningOf(states: readonly StateTable[]): TransitionTable {
  const targets: number[] = [0];
  // The list grows while it is read.
  for (const index of targets) {
    const state = states[index];
    if (state?.type === 'compound') targets.push(state.initial);
    else if (state?.type === 'parallel') targets.push(...state.children);
  }
  return { source: 0, targets, guard: null, reenter: true, acts: [], entry: null };
}

function allTransitions(states: readonly StateTable[]): readonly TransitionTable[] {
  return states.flatMap(({ always, byType }) => [...always, ...[...byType.values()].flat()]);
}
