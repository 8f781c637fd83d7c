import type { Json } from '../Json';
import type { Branch, ChartAction, ChartState, Initial, Statechart, Transition } from './Statechart';

type JsonObject = Readonly<Record<string, Json>>;

/**
 * The machine configuration of XState v5 that reads back as the same chart. Guards and delays keep their expressions as
 * names, and actions their `params`: what `assign`, `raise`, `emit` and `log` do there is for its implementations to say.
 */
export function exportStatechart({ context, root }: Statechart): JsonObject {
  const state = exportState(root);
  const id = root.id === null ? {} : { id: root.id };
  return { ...id, ...(Object.keys(context).length === 0 ? {} : { context }), ...state };
}

function exportState(state: ChartState): JsonObject {
  const { id, type, description, initial, output, target, states } = state;
  const isPlain = type === 'atomic' || type === 'compound';
  return {
    ...(id === null ? {} : { id }),
    ...(isPlain ? {} : { type }),
    ...(description === '' ? {} : { description }),
    ...(initial === null ? {} : { initial: exportInitial(initial) }),
    ...(type === 'history' ? { history: state.history } : {}),
    ...(target === null ? {} : { target }),
    ...list('entry', state.entry.map(exportAction)),
    ...list('exit', state.exit.map(exportAction)),
    ...branches('on', state.on),
    ...branches('after', state.after),
    ...list('always', state.always.map(exportTransition)),
    ...list('onDone', state.onDone.map(exportTransition)),
    ...(output === undefined ? {} : { output }),
    ...(states.length === 0
      ? {}
      : { states: Object.fromEntries(states.map((one) => [one.key, exportState(one)])) }),
  };
}

function exportInitial({ target, actions }: Initial): Json {
  return actions.length === 0 ? target : { target, actions: actions.map(exportAction) };
}

function branches(key: string, all: readonly Branch[]): JsonObject {
  if (all.length === 0) return {};
  return {
    [key]: Object.fromEntries(all.map(({ when, transitions }) => [when, transitions.map(exportTransition)])),
  };
}

function exportTransition({ targets, guard, reenter, actions }: Transition): Json {
  const [only] = targets ?? [];
  const target = targets?.length === 1 && only !== undefined ? only : targets;
  return {
    ...(target === null ? {} : { target }),
    ...(guard === null ? {} : { guard }),
    ...(reenter ? { reenter } : {}),
    ...list('actions', actions.map(exportAction)),
  };
}

function exportAction(action: ChartAction): Json {
  if (action.type !== 'emit') return action;
  const { type, key, data, to } = action.params;
  const params = {
    type,
    ...(key === null ? {} : { key }),
    ...(data === null ? {} : { data }),
    ...(to === '' ? {} : { to }),
  };
  return { type: action.type, params };
}

const list = (key: string, items: readonly Json[]): JsonObject =>
  items.length === 0 ? {} : { [key]: items };
