import { copyJson } from './copyJson';
import type { Path } from './createProblem';
import { defaultOf } from './defaultsOf';
import type { Field, Settings } from './fields';
import type { Json } from './Json';
import { readItems, type FieldScope } from './FieldScope';
import { parseDistribution } from './parseDistribution';
import { parseRecording } from './parseRecording';
import { readChartSetting } from './statechart/readChartSetting';
import { ownValue, readBoolean, readChoice, readNumber, readObject, readText } from './readValue';

/**
 * New settings with exactly the fields of the table: missing ones take their defaults, wrong ones are
 * errors with their path, unknown ones are left out with a warning.
 */
export function parseFields(
  fields: readonly Field[],
  input: unknown,
  path: Path,
  scope: FieldScope,
): Settings {
  const known = fields.map((field) => field.id);
  const given = readObject(input === undefined ? {} : input, path, known, scope.problems);
  return Object.fromEntries(
    fields.map((field) => {
      const value = ownValue(given, field.id);
      return [
        field.id,
        value === undefined ? defaultOf(field) : parseField(field, value, [...path, field.id], scope),
      ];
    }),
  );
}

function parseField(field: Field, value: unknown, path: Path, scope: FieldScope): Json {
  const { problems } = scope;
  switch (field.type) {
    case 'number':
    case 'duration':
      return readNumber(value, path, field, problems);
    case 'probability':
      return readNumber(value, path, { min: 0, max: 1 }, problems);
    case 'boolean':
      return readBoolean(value, path, problems);
    case 'choice':
      return readChoice(value, path, field.options, field.default, problems);
    case 'text':
      return readText(value, path, { max: field.maxLength, multiline: field.multiline === true }, problems);
    case 'expression':
      return readText(value, path, { max: field.maxLength, multiline: true }, problems);
    case 'texts':
      return readItems(value, path, field.maxItems, scope).map((item, index) =>
        readText(item, [...path, index], { max: field.maxLength }, problems),
      );
    case 'eventType':
      return parseEventTypeId(value, path, scope);
    case 'node':
      return parseNodeId(value, path, scope);
    case 'distribution':
      return { ...parseDistribution(value, path, problems) };
    case 'json':
      return copyJson(value, path, field.maxLength, problems);
    case 'statechart':
      return readChartSetting(value, path, field.maxLength, problems);
    case 'recording':
      return parseRecording(value, path, field.maxItems, scope);
    case 'records':
      return readItems(value, path, field.maxItems, scope).map((item, index) =>
        parseFields(field.item, item ?? null, [...path, index], scope),
      );
  }
}

function parseEventTypeId(value: unknown, path: Path, { eventTypes, problems }: FieldScope): string {
  if (typeof value !== 'string') problems.wrong('must-be-text', path, value);
  else if (value === '' || eventTypes.has(value)) return value;
  else problems.wrong('unknown-event-type', path, value);
  return '';
}

function parseNodeId(value: unknown, path: Path, { nodes, problems }: FieldScope): string {
  if (typeof value !== 'string') problems.wrong('must-be-text', path, value);
  else if (value === '' || nodes.has(value)) return value;
  else problems.wrong('unknown-node', path, value);
  return '';
}
