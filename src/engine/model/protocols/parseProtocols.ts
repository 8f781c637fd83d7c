import { lettersOfRegex } from '#engine/automata/lettersOfRegex';
import { parseRegex } from '#engine/automata/parseRegex';
import { readAutomatonData } from '../automatonData';
import { valueText, type Path } from '../createProblem';
import type { FieldScope } from '../FieldScope';
import type { EventType, Protocol } from '../FlowDoc';
import { IdList } from '../IdList';
import { limits } from '../limits';
import { parseFields } from '../parseFields';
import type { ProblemList } from '../ProblemList';
import { ownValue, readList, readObject, readText } from '../readValue';
import { argumentsOf } from './argumentsOf';
import { protocolFields, type ProtocolSettings } from './protocolFields';

/**
 * The protocols of a document. Without a name the id is taken; without settings, the defaults. `scope.nodes` are the
 * buses. An expression or automaton that cannot be read is an error; one that is not there yet, or that names what no
 * event type is called, a warning.
 */
export function parseProtocols(
  input: unknown,
  eventTypes: readonly EventType[],
  scope: FieldScope,
): readonly Protocol[] {
  const { problems } = scope;
  const ids = new IdList(problems);
  return readList(input, ['protocols'], limits.protocols, problems).map((item, index) => {
    const path = ['protocols', index];
    const given = readObject(item, path, ['id', 'name', 'settings'], problems);
    const id = ids.read(ownValue(given, 'id'), [...path, 'id']);
    const bounds = { min: 1, max: limits.nameLength };
    const name = readText(ownValue(given, 'name') ?? id, [...path, 'name'], bounds, problems);
    const settings = parseFields(protocolFields, ownValue(given, 'settings'), [...path, 'settings'], scope);
    checkSource(settings as unknown as ProtocolSettings, [...path, 'settings'], eventTypes, problems);
    return { id, name, settings };
  });
}

function checkSource(
  settings: ProtocolSettings,
  path: Path,
  eventTypes: readonly EventType[],
  problems: ProblemList,
): void {
  // Sources that are not used are checked too: a person may go back to one.
  const letters = checkExpression(settings.expression, [...path, 'expression'], problems);
  const others = checkAutomaton(settings.automaton, [...path, 'automaton'], problems);
  if (settings.source === 'pattern') checkPattern(settings, path, eventTypes, problems);
  const [field, used] = settings.source === 'regex' ? ['expression', letters] : ['automaton', others];
  if (settings.source === 'pattern' || used === null) return;
  if (used.length === 0 && isEmpty(settings)) problems.warning('protocol-empty', [...path, field]);
  const names = new Set(eventTypes.map(({ name }) => name));
  for (const letter of used) {
    if (names.has(letter)) continue;
    problems.warning('protocol-unknown-event', [...path, field], { value: valueText(letter) });
  }
}

const isEmpty = ({ source, expression, automaton }: ProtocolSettings) =>
  source === 'regex' ? expression.trim() === '' : automaton === null;

/** Its letters, or null when it cannot be read. */
function checkExpression(text: string, path: Path, problems: ProblemList): readonly string[] | null {
  if (text.trim() === '') return [];
  const tree = parseRegex(text);
  if (tree.ok) return lettersOfRegex(tree.value);
  const values = { column: tree.at + 1, value: valueText(tree.found) };
  problems.error(`regex-${tree.reason}`, path, values);
  return null;
}

function checkAutomaton(data: unknown, path: Path, problems: ProblemList): readonly string[] | null {
  if (data === null) return [];
  const result = readAutomatonData(data);
  for (const problem of result.problems) problems.add({ ...problem, path: [...path, ...problem.path] });
  return result.ok ? result.value.letters : null;
}

function checkPattern(
  settings: ProtocolSettings,
  path: Path,
  eventTypes: readonly EventType[],
  problems: ProblemList,
): void {
  const found = argumentsOf(settings, eventTypes);
  for (const field of found.missing) problems.warning('protocol-event-missing', [...path, field]);
  for (const field of found.repeated) problems.warning('protocol-event-repeated', [...path, field]);
}
