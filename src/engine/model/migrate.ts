import { createProblem, valueText } from './createProblem';
import { formatVersion } from './newDocument';
import type { Result } from './Problem';
import { isPlainObject, ownValue, type PlainObject } from './readValue';

/** Brings an unchecked document of version `from` to version `from + 1`; it must not trust what it reads. */
export interface Migration {
  readonly from: number;
  apply(document: PlainObject): PlainObject;
}

/** Every migration there is, one for each version before the present one. None yet: this is version 1. */
export const migrations: readonly Migration[] = [];

/**
 * The input, as an unchecked document of the present format version. Problems: `not-a-flow` when it states
 * no version, `newer-version`, and `older-version` when no migration leads on from it.
 */
export function migrate(
  input: unknown,
  known: readonly Migration[] = migrations,
  target: number = formatVersion,
): Result<PlainObject> {
  const stated = isPlainObject(input) ? ownValue(input, 'busbar') : undefined;
  if (!isPlainObject(input) || typeof stated !== 'number' || !Number.isSafeInteger(stated)) {
    return { ok: false, problems: [createProblem('not-a-flow', [])] };
  }
  if (stated > target) return refused('newer-version', stated, target);
  let document = input;
  for (let version = stated; version < target; version++) {
    const next = known.find(({ from }) => from === version);
    if (next === undefined) return refused('older-version', stated, target);
    document = { ...next.apply(document), busbar: version + 1 };
  }
  return { ok: true, value: document, problems: [] };
}

function refused(
  code: 'newer-version' | 'older-version',
  version: number,
  supported: number,
): Result<PlainObject> {
  return {
    ok: false,
    problems: [createProblem(code, ['busbar'], { version: valueText(version), supported })],
  };
}
