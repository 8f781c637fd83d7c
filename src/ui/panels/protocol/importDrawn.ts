import { asDeterministic } from '#engine/automata/asDeterministic';
import { asNondeterministic } from '#engine/automata/asNondeterministic';
import { readAutomatonFile } from '#engine/interop/readAutomatonFile';
import { automatonData } from '#engine/model/automatonData';
import { createProblem } from '#engine/model/createProblem';
import type { Json } from '#engine/model/Json';
import type { Result } from '#engine/model/Problem';
import { protocolFields } from '#engine/model/protocols/protocolFields';

const mostStates = 2_000;
const field = protocolFields.find(({ id }) => id === 'automaton');
const mostCharacters = field?.type === 'json' ? field.maxLength : 0;

/** The setting of a drawn protocol from a file: with one initial state, and one way on for each event. */
export function importDrawn(name: string, text: string): Result<Json> {
  const read = readAutomatonFile(name, text);
  if (!read.ok) return read;
  const table = asDeterministic(read.value, mostStates);
  if (!table.ok) return tooLarge(table.limit, table.max);
  // Plain data, which the type checker cannot know of read-only lists.
  const value = automatonData(asNondeterministic(table.value)) as unknown as Json;
  if (JSON.stringify(value).length > mostCharacters) return tooLarge('characters', mostCharacters);
  return { ok: true, value, problems: read.problems };
}

function tooLarge(limit: string, max: number): Result<Json> {
  return { ok: false, problems: [createProblem('automaton-too-large', [], { limit, max })] };
}
