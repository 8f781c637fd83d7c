import type { Path } from '../createProblem';
import { isPlainObject, ownValue, type PlainObject } from '../readValue';
import type { ChartReader } from './ChartReader';
import { readActions } from './readAction';
import type { Branch, Transition } from './Statechart';
import { statechartLimits } from './statechartLimits';

/** A guard that nothing passes: it stands where one could not be carried over. */
const never = 'false';

/** One transition or a list of them, each a target or an object. */
export function readTransitions(value: unknown, path: Path, reader: ChartReader): readonly Transition[] {
  return reader
    .many(value, path)
    .flatMap(([one, place]) =>
      reader.take('transitions', place) ? [readTransition(one, place, reader)] : [],
    );
}

/** Transitions by event descriptor. */
export function readEvents(value: unknown, path: Path, reader: ChartReader): readonly Branch[] {
  if (value === undefined) return [];
  return Object.entries(reader.object(value, path)).flatMap(([when, transitions]) => {
    const place = [...path, when];
    if (reader.name(when, place) === null) return [];
    return [{ when, transitions: readTransitions(transitions, place, reader) }];
  });
}

/** Transitions by delay. Delays that are the same number of milliseconds are one. */
export function readDelays(value: unknown, path: Path, reader: ChartReader): readonly Branch[] {
  if (value === undefined) return [];
  const branches = new Map<string, readonly Transition[]>();
  for (const [text, transitions] of Object.entries(reader.object(value, path))) {
    const place = [...path, text];
    const when = readDelay(text, place, reader);
    if (when === null) continue;
    const read = readTransitions(transitions, place, reader);
    branches.set(when, [...(branches.get(when) ?? []), ...read]);
  }
  return [...branches].map(([when, transitions]) => ({ when, transitions }));
}

function readDelay(text: string, path: Path, reader: ChartReader): string | null {
  if (!Number.isNaN(Number(text))) return String(Number(text));
  const delay = reader.expression(text, path);
  if (delay === null) reader.leftOut(path, 'a delay by name; write milliseconds or an expression');
  return delay;
}

function readTransition(value: unknown, path: Path, reader: ChartReader): Transition {
  if (value === undefined || value === null) return transition({});
  if (typeof value === 'string') return transition({ targets: readTargets(value, path, reader) });
  const object = reader.object(value, path);
  const known = ['target', 'guard', 'actions', 'reenter', 'cond', 'in', 'description', 'internal'];
  reader.leaveOutOthers(object, path, known);
  for (const key of ['description', 'internal']) {
    if (ownValue(object, key) !== undefined) reader.leftOut([...path, key], 'it has no effect');
  }
  return transition({
    targets: readTargets(ownValue(object, 'target'), [...path, 'target'], reader),
    guard: readGuard(object, path, reader),
    reenter: readReenter(ownValue(object, 'reenter'), [...path, 'reenter'], reader),
    actions: readActions(ownValue(object, 'actions'), [...path, 'actions'], reader),
  });
}

const transition = (parts: Partial<Transition>): Transition => ({
  targets: null,
  guard: null,
  reenter: false,
  actions: [],
  ...parts,
});

function readReenter(value: unknown, path: Path, reader: ChartReader): boolean {
  if (value !== undefined && typeof value !== 'boolean')
    reader.problems.wrong('must-be-boolean', path, value);
  return value === true;
}

/** Targets as texts; they are looked for when all states are known. */
function readTargets(value: unknown, path: Path, reader: ChartReader): readonly string[] | null {
  if (value === undefined || value === null || value === '') return null;
  const targets: string[] = [];
  for (const [one, place] of reader.many(value, path)) {
    if (typeof one === 'string' && one.length <= statechartLimits.dataLength) targets.push(one);
    else reader.problems.wrong('must-be-text', place, one);
  }
  if (targets.length === 0 && Array.isArray(value)) reader.problems.error('text-empty', path);
  return targets;
}

/** The condition; what cannot be carried over lets nothing pass. */
function readGuard(object: PlainObject, path: Path, reader: ChartReader): string | null {
  for (const key of ['cond', 'in']) {
    if (ownValue(object, key) === undefined) continue;
    return refuse([...path, key], 'XState v5 has only guard', reader);
  }
  const guard = ownValue(object, 'guard');
  const place = [...path, 'guard'];
  if (guard === undefined || guard === null) return null;
  if (typeof guard === 'string') return readCondition(guard, place, reader);
  if (typeof guard === 'function') return refuse(place, 'a function', reader);
  const type = isPlainObject(guard) ? ownValue(guard, 'type') : undefined;
  if (typeof type !== 'string') return refuse(place, 'a guard is an expression', reader);
  if (isPlainObject(guard) && Object.keys(guard).some((key) => key !== 'type')) {
    return refuse(place, 'a guard with parameters', reader);
  }
  return readCondition(type, [...place, 'type'], reader);
}

function readCondition(text: string, path: Path, reader: ChartReader): string {
  return reader.expression(text, path) ?? refuse(path, 'a guard by name', reader);
}

function refuse(path: Path, what: string, reader: ChartReader): string {
  reader.problems.warning('statechart-never', path, { what });
  return never;
}
