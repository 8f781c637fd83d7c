import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import type {
  Branch,
  ChartAction,
  ChartState,
  Statechart,
  Transition,
} from '#engine/model/statechart/Statechart';
import type { Json } from '#engine/model/Json';
import { kindById } from '#kinds/index';
import { allStates } from './chartPlaces';

/** The names of event types that a statechart speaks of: what comes from outside, and what it emits, each once. */
export function eventsOf(chart: Statechart): readonly string[] {
  const states = allStates(chart).map(([, state]) => state);
  const actions = states.flatMap(actionsIn);
  const raised = new Set(actions.flatMap((one) => (one.type === 'raise' ? [one.params.type] : [])));
  const waited = states.flatMap(({ on }) => on.map(({ when }) => when));
  const emitted = actions.flatMap((one) => (one.type === 'emit' ? [one.params.type] : []));
  const outside = waited.filter(
    (name) => !name.includes('*') && !name.startsWith('xstate.') && !raised.has(name),
  );
  return [...new Set([...outside, ...emitted])];
}

function actionsIn(state: ChartState): readonly ChartAction[] {
  const branches = [...state.on, ...state.after].flatMap(({ transitions }) => transitions);
  const transitions = [...branches, ...state.always, ...state.onDone];
  return [
    ...state.entry,
    ...state.exit,
    ...(state.initial?.actions ?? []),
    ...transitions.flatMap((one) => one.actions),
  ];
}

/** The settings of a kind that hold statecharts. */
export const chartFieldsOf = (kind: string) =>
  (kindById.get(kind)?.fields ?? []).filter(({ type }) => type === 'statechart');

/** Whether a setting with a statechart speaks of an event. */
export function speaksOf(setting: Json, name: string): boolean {
  const read = setting === null ? null : readStatechart(setting, null);
  return read?.ok === true && eventsOf(read.value).includes(name);
}

/** The setting with a statechart in which an event is called otherwise. */
export function withEventRenamed(setting: Json, old: string, name: string): Json {
  if (setting === null) return null;
  const read = readStatechart(setting, null);
  if (!read.ok || !eventsOf(read.value).includes(old)) return setting;
  return exportStatechart({ ...read.value, root: renamedIn(read.value.root, old, name) });
}

function renamedIn(state: ChartState, old: string, name: string): ChartState {
  const act = (list: readonly ChartAction[]) => list.map((one) => renamedAction(one, old, name));
  const ways = (list: readonly Transition[]) => list.map((one) => ({ ...one, actions: act(one.actions) }));
  const branches = (list: readonly Branch[]) =>
    list.map(({ when, transitions }) => ({ when, transitions: ways(transitions) }));
  return {
    ...state,
    entry: act(state.entry),
    exit: act(state.exit),
    initial: state.initial === null ? null : { ...state.initial, actions: act(state.initial.actions) },
    on: branches(state.on).map((one) => (one.when === old ? { ...one, when: name } : one)),
    after: branches(state.after),
    always: ways(state.always),
    onDone: ways(state.onDone),
    states: state.states.map((inside) => renamedIn(inside, old, name)),
  };
}

function renamedAction(action: ChartAction, old: string, name: string): ChartAction {
  return action.type === 'emit' && action.params.type === old
    ? { ...action, params: { ...action.params, type: name } }
    : action;
}
