import type { Path } from '../createProblem';
import { cleanText, forbiddenKeys, ownValue, type PlainObject } from '../readValue';
import type { ChartReader } from './ChartReader';
import { readActions } from './readAction';
import { readDelays, readEvents, readTransitions } from './readTransition';
import type { ChartState, Initial, StateType } from './Statechart';
import { statechartLimits } from './statechartLimits';

const types: readonly StateType[] = ['atomic', 'compound', 'parallel', 'final', 'history'];
const known: readonly string[] = [
  'id',
  'type',
  'description',
  'initial',
  'entry',
  'exit',
  'on',
  'after',
  'always',
  'onDone',
  'output',
  'history',
  'target',
  'states',
];

/** A state with everything inside. `extra` are the keys that mean something to the caller. */
export function readState(
  value: unknown,
  key: string,
  path: Path,
  depth: number,
  reader: ChartReader,
  extra: readonly string[] = [],
): ChartState {
  const object = reader.object(value, path);
  reader.leaveOutOthers(object, path, [...known, ...extra]);
  const type = readType(object, path, reader);
  const states = readStates(object, type, path, depth, reader);
  return {
    key,
    id: readOwnId(object, path, reader),
    type,
    description: readDescription(object, path, reader),
    initial: readInitial(object, type, states, path, reader),
    ...readBehaviour(object, path, reader),
    output: readOutput(object, type, depth, path, reader),
    history: ownValue(object, 'history') === 'deep' ? 'deep' : 'shallow',
    target: readHistoryTarget(object, type, path, reader),
    states,
  };
}

function readBehaviour(object: PlainObject, path: Path, reader: ChartReader) {
  const of = (key: string) => [ownValue(object, key), [...path, key]] as const;
  const transitions = (key: string) =>
    ownValue(object, key) === undefined ? [] : readTransitions(...of(key), reader);
  return {
    entry: readActions(...of('entry'), reader),
    exit: readActions(...of('exit'), reader),
    on: readEvents(...of('on'), reader),
    after: readDelays(...of('after'), reader),
    always: transitions('always'),
    onDone: transitions('onDone'),
  };
}

function readType(object: PlainObject, path: Path, reader: ChartReader): StateType {
  const given = ownValue(object, 'type');
  const states = ownValue(object, 'states');
  const hasStates = typeof states === 'object' && states !== null && Object.keys(states).length > 0;
  const isHistory = ownValue(object, 'history') !== undefined && ownValue(object, 'history') !== false;
  const fallback = hasStates ? 'compound' : isHistory ? 'history' : 'atomic';
  if (given === undefined) return fallback;
  const type = types.find((one) => one === given);
  if (type === undefined) {
    reader.problems.wrong('not-an-option', [...path, 'type'], given, { options: types.join(', ') });
  }
  // A compound or parallel state without states inside is left and entered like an atomic one.
  if ((type === 'compound' || type === 'parallel') && !hasStates) return 'atomic';
  return type ?? fallback;
}

function readOwnId(object: PlainObject, path: Path, reader: ChartReader): string | null {
  const id = ownValue(object, 'id');
  return id === undefined ? null : reader.name(id, [...path, 'id']);
}

function readDescription(object: PlainObject, path: Path, reader: ChartReader): string {
  const text = ownValue(object, 'description');
  const max = statechartLimits.descriptionLength;
  if (text === undefined) return '';
  if (typeof text === 'string' && text.length <= max) return cleanText(text, true);
  if (typeof text === 'string') reader.problems.error('text-too-long', [...path, 'description'], { max });
  else reader.problems.wrong('must-be-text', [...path, 'description'], text);
  return '';
}

function readStates(
  object: PlainObject,
  type: StateType,
  path: Path,
  depth: number,
  reader: ChartReader,
): readonly ChartState[] {
  const value = ownValue(object, 'states');
  if (value === undefined) return [];
  const place = [...path, 'states'];
  const entries = Object.entries(reader.object(value, place));
  if (entries.length > 0 && type !== 'compound' && type !== 'parallel') {
    reader.problems.error('statechart-leaf', place, { type });
    return [];
  }
  if (entries.length > 0 && depth >= statechartLimits.depth) {
    reader.problems.error('too-deep', place, { max: statechartLimits.depth });
    return [];
  }
  return entries.flatMap(([key, state]) => {
    const here = [...place, key];
    if (!reader.take('states', place)) return [];
    if (!isKey(key)) {
      reader.problems.wrong('statechart-key', place, key, { max: statechartLimits.nameLength });
      return [];
    }
    return [readState(state, key, here, depth + 1, reader)];
  });
}

const isKey = (key: string) =>
  key !== '' && key.length <= statechartLimits.nameLength && !/[.\\#]/.test(key) && !forbiddenKeys.has(key);

function readInitial(
  object: PlainObject,
  type: StateType,
  states: readonly ChartState[],
  path: Path,
  reader: ChartReader,
): Initial | null {
  const value = ownValue(object, 'initial');
  const place = [...path, 'initial'];
  if (type !== 'compound') {
    if (value !== undefined) reader.leftOut(place, `a state of type ${type} has no initial state`);
    return null;
  }
  const isText = typeof value === 'string' || value === undefined;
  const parts = isText ? {} : reader.object(value, place);
  const target = isText ? value : ownValue(parts, 'target');
  const found = states.find(({ key }) => key === target);
  if (target === undefined) reader.problems.error('missing', place);
  else if (found === undefined) {
    const options = states.map(({ key }) => key).join(', ');
    reader.problems.wrong('not-an-option', place, target, { options });
  } else if (found.type === 'history') reader.problems.wrong('statechart-history', place, target);
  const actions = readActions(ownValue(parts, 'actions'), [...place, 'actions'], reader);
  return { target: found?.key ?? '', actions };
}

function readOutput(
  object: PlainObject,
  type: StateType,
  depth: number,
  path: Path,
  reader: ChartReader,
): ChartState['output'] {
  const value = ownValue(object, 'output');
  const place = [...path, 'output'];
  if (value === undefined) return undefined;
  if (typeof value === 'function') reader.leftOut(place, 'a function');
  else if (type === 'final' || depth === 1) return reader.template(value, place);
  else reader.leftOut(place, 'only final states and the whole chart have an output');
  return undefined;
}

function readHistoryTarget(
  object: PlainObject,
  type: StateType,
  path: Path,
  reader: ChartReader,
): readonly string[] | null {
  const value = ownValue(object, 'target');
  if (value === undefined || type !== 'history') return null;
  return reader.many(value, [...path, 'target']).flatMap(([one, place]) => {
    if (typeof one === 'string') return [one];
    reader.problems.wrong('must-be-text', place, one);
    return [];
  });
}
