import { distributionFields, laws } from './distributionFields';
import type { Field } from './fields';
import type { Json } from './Json';
import { limits } from './limits';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, Json>>;

/** An object with exactly these properties, of which only the required ones must be there. */
export function objectSchema(
  properties: Readonly<Record<string, Schema>>,
  required: readonly string[] = [],
): Schema {
  return {
    type: 'object',
    properties,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
  };
}

/** Settings by their field table. Every one may be missing and has its default then. */
export function settingsSchema(fields: readonly Field[]): Schema {
  return objectSchema(Object.fromEntries(fields.map((field) => [field.id, fieldSchema(field)])));
}

/** Any law with its parameters. */
export const distributionSchema: Schema = {
  description: 'A law of random durations in milliseconds; shape is a plain number.',
  oneOf: laws.map((law) =>
    objectSchema(
      {
        law: { const: law },
        ...Object.fromEntries(
          distributionFields[law].map(({ id, min, max }) => [
            id,
            { type: 'number', minimum: min, maximum: max },
          ]),
        ),
      },
      ['law', ...distributionFields[law].map(({ id }) => id)],
    ),
  ),
};

function fieldSchema(field: Field): Schema {
  return field.type === 'distribution'
    ? { $ref: '#/$defs/distribution', default: { ...field.default } }
    : { ...typeSchema(field), default: defaultOf(field) };
}

const given = { condition: 'true or false', value: 'any JSON', text: 'a text' } as const;

type Other = Exclude<Field, { type: 'distribution' }>;

function typeSchema(field: Other): Schema {
  switch (field.type) {
    case 'number': {
      const bounds = { minimum: field.min, maximum: field.max };
      const zero =
        field.unlimited === undefined ? {} : { description: `${field.unlimited} stands for no limit.` };
      return { type: field.integer === true ? 'integer' : 'number', ...bounds, ...zero };
    }
    case 'duration':
      return { type: 'number', minimum: field.min, maximum: field.max, description: 'Milliseconds.' };
    case 'probability':
      return { type: 'number', minimum: 0, maximum: 1 };
    case 'boolean':
      return { type: 'boolean' };
    case 'choice':
      return { enum: field.options };
    case 'text':
      return { type: 'string', maxLength: field.maxLength };
    case 'expression':
      return {
        type: 'string',
        maxLength: field.maxLength,
        description: `An expression that gives ${given[field.gives]}, or empty.`,
      };
    case 'texts':
      return {
        type: 'array',
        maxItems: field.maxItems,
        items: { type: 'string', maxLength: field.maxLength },
      };
    case 'eventType':
      return { type: 'string', maxLength: 64, description: 'The id of an event type, or empty.' };
    case 'node':
      return { type: 'string', maxLength: 64, description: 'The id of a node or group, or empty.' };
    case 'json':
      return {
        description:
          `Any JSON data of at most ${field.maxLength} characters and ${limits.depth} levels.` +
          (field.template === true ? ' Texts may hold expressions in ${…}.' : ''),
      };
    case 'statechart':
      return {
        type: ['object', 'null'],
        description:
          `A statechart as a machine configuration of XState v5 of at most ${field.maxLength} characters and ` +
          `${limits.depth} levels, or null for none; see docs/statecharts.md.`,
      };
    case 'recording':
      return recordingSchema(field.maxItems);
    case 'records':
      return { type: 'array', maxItems: field.maxItems, items: settingsSchema(field.item) };
  }
}

function recordingSchema(maxItems: number): Schema {
  const event = {
    type: 'array',
    description: 'Milliseconds since the first event, the id of an event type, and the key; sorted by time.',
    prefixItems: [
      { type: 'number', minimum: 0, maximum: limits.recordedMs },
      { type: 'string' },
      { type: 'string', maxLength: limits.keyLength },
    ],
    minItems: 3,
    items: false,
  };
  return objectSchema({
    name: { type: 'string', maxLength: 200 },
    events: { type: 'array', maxItems, items: event },
  });
}

/** Defaults are plain data, but for lists that the compiler knows as readonly tuples. */
function defaultOf(field: Other): Json {
  const value: unknown = field.default;
  return value as Json;
}
