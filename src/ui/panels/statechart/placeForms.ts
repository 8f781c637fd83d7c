import type { EventType } from '#engine/model/FlowDoc';
import type { Field, Settings } from '#engine/model/fields';
import type { ChartState, Transition } from '#engine/model/statechart/Statechart';
import { actionFields, actionsOf, rowsOf } from './actionRows';

const actionList = (id: string): Field => ({
  id,
  type: 'records',
  default: [],
  maxItems: 100,
  item: actionFields,
});

/** The form of a transition, below its label and ends. */
export const transitionFields: readonly Field[] = [
  { id: 'guard', type: 'expression', default: '', maxLength: 1000, gives: 'condition' },
  actionList('actions'),
  { id: 'stays', type: 'boolean', default: false },
  { id: 'reenter', type: 'boolean', default: false, when: [{ field: 'stays', is: [false] }] },
];

/** The form of a state, below its name and kind. */
const stateFields: readonly Field[] = [
  actionList('entry'),
  actionList('exit'),
  { id: 'output', type: 'json', default: null, maxLength: 4000, template: true },
  { id: 'description', type: 'text', default: '', maxLength: 4000, multiline: true },
];

/** The fields that mean something for a state of a type; `beside` are the keys of the states beside it. */
export function fieldsOfState({ type, key }: ChartState, beside: readonly string[]): readonly Field[] {
  if (type === 'history') {
    const options = ['', ...beside.filter((other) => other !== key)];
    const target: Field = { id: 'target', type: 'choice', default: '', options };
    return [target, ...stateFields.filter(({ id }) => id === 'description')];
  }
  return type === 'final' ? stateFields : stateFields.filter(({ id }) => id !== 'output');
}

/** What the form of a transition shows. */
export function transitionSettings(transition: Transition, types: readonly EventType[]): Settings {
  const { guard, actions, targets, reenter } = transition;
  return { guard: guard ?? '', actions: rowsOf(actions, types), stays: targets === null, reenter };
}

/** The transition as its form says. `target` is where it leads if it no longer stays. */
export function transitionOf(
  before: Transition,
  settings: Settings,
  types: readonly EventType[],
  target: string,
): Transition {
  const guard = typeof settings['guard'] === 'string' ? settings['guard'].trim() : '';
  const stays = settings['stays'] === true;
  return {
    targets: stays ? null : (before.targets ?? [target]),
    guard: guard === '' ? null : guard,
    reenter: !stays && settings['reenter'] === true,
    actions: actionsOf(settings['actions'] ?? [], types),
  };
}

/** What the form of a state shows. */
export function stateSettings(state: ChartState, types: readonly EventType[]): Settings {
  return {
    entry: rowsOf(state.entry, types),
    exit: rowsOf(state.exit, types),
    output: state.output ?? null,
    target: state.target?.[0]?.split(/[.#]/).at(-1) ?? '',
    description: state.description,
  };
}

/** The state as its form says. */
export function stateOf(before: ChartState, settings: Settings, types: readonly EventType[]): ChartState {
  const output = settings['output'] ?? null;
  const target = settings['target'];
  return {
    ...before,
    target: before.type === 'history' && typeof target === 'string' && target !== '' ? [target] : null,
    entry: actionsOf(settings['entry'] ?? [], types),
    exit: actionsOf(settings['exit'] ?? [], types),
    output: output === null ? undefined : output,
    description: typeof settings['description'] === 'string' ? settings['description'] : '',
  };
}
