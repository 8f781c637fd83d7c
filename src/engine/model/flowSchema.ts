import { faultFields, handFaultFields } from './faultFields';
import { distributionSchema, objectSchema, settingsSchema, type Schema } from './fieldSchema';
import { tokenShapes } from './freeEventTypeStyle';
import { limits } from './limits';
import { formatVersion, runDefaults } from './newDocument';
import type { NodeKind } from './NodeKind';
import { protocolFields } from './protocols/protocolFields';
import { wireFields } from './wireFields';

const id: Schema = { type: 'string', pattern: '^[A-Za-z0-9_-]{1,64}$' };
const name: Schema = { type: 'string', minLength: 1, maxLength: limits.nameLength };
const position: Schema = { type: 'number', minimum: -limits.position, maximum: limits.position };
const side: Schema = { type: 'number', minimum: limits.size.min, maximum: limits.size.max };
const end: Schema = objectSchema({ node: id, port: id }, ['node', 'port']);
const whole = (maximum: number): Schema => ({ type: 'integer', minimum: 0, maximum });

/**
 * The JSON Schema (draft 2020-12) of flow documents, for editors of text and other programs. What it accepts
 * still has to pass the importer, which also follows references: ids, groups, wires and event types.
 */
export function flowSchema(kinds: readonly NodeKind[]): Schema {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Busbar flow',
    ...objectSchema(
      {
        $schema: { type: 'string' },
        busbar: { const: formatVersion, description: 'The version of the format.' },
        name,
        description: { type: 'string', maxLength: limits.descriptionLength, default: '' },
        seed: { ...whole(0xffff_ffff), default: runDefaults.seed },
        untilMs: {
          type: 'number',
          minimum: 0,
          maximum: limits.untilMs,
          default: runDefaults.untilMs,
          description: 'Virtual length of the run; 0 runs until nothing is left to do.',
        },
        eventTypes: { type: 'array', maxItems: limits.eventTypes, items: { $ref: '#/$defs/eventType' } },
        nodes: { type: 'array', maxItems: limits.nodes, items: { $ref: '#/$defs/node' } },
        wires: { type: 'array', maxItems: limits.wires, items: { $ref: '#/$defs/wire' } },
        interventions: {
          type: 'array',
          maxItems: limits.interventions,
          items: { $ref: '#/$defs/intervention' },
        },
        faults: { type: 'array', maxItems: limits.faults, items: { $ref: '#/$defs/fault' } },
        protocols: { type: 'array', maxItems: limits.protocols, items: { $ref: '#/$defs/protocol' } },
        branches: objectSchema(
          {
            open: { $ref: '#/$defs/branch' },
            compared: { anyOf: [id, { const: '' }] },
            kept: { type: 'array', maxItems: limits.branches, items: { $ref: '#/$defs/branch' } },
          },
          ['open', 'kept'],
        ),
      },
      ['busbar', 'name', 'nodes'],
    ),
    $defs: {
      eventType: eventTypeSchema,
      node: { oneOf: kinds.map((kind) => ({ $ref: `#/$defs/${kind.id}` })) },
      ...Object.fromEntries(kinds.map((kind) => [kind.id, nodeSchema(kind)])),
      wire: wireSchema,
      distribution: distributionSchema,
      intervention: interventionSchema,
      fault: objectSchema({ id, name, settings: settingsSchema(faultFields) }, ['id']),
      protocol: objectSchema({ id, name, settings: settingsSchema(protocolFields) }, ['id']),
      branch: branchSchema,
    },
  };
}

const eventTypeSchema = objectSchema(
  {
    id,
    name,
    shape: { enum: tokenShapes },
    colour: { type: 'integer', minimum: 1, maximum: 6 },
    outline: { type: 'boolean' },
  },
  ['id'],
);

function nodeSchema(kind: NodeKind): Schema {
  return objectSchema(
    {
      id,
      kind: { const: kind.id },
      name,
      x: position,
      y: position,
      ...(kind.resizable ? { width: side, height: side } : {}),
      group: id,
      settings: settingsSchema(kind.fields),
    },
    ['id', 'kind', 'x', 'y'],
  );
}

/** Which settings a wire has follows from its ports, which a schema cannot look up: any of them pass here. */
const wireSchema = objectSchema(
  { id, from: end, to: end, settings: { anyOf: Object.values(wireFields).map(settingsSchema) } },
  ['id', 'from', 'to'],
);

/** A kept branch has a flow, which is a whole document, and the open one has none. */
const branchSchema = objectSchema(
  {
    id,
    name,
    parent: { anyOf: [id, { const: '' }] },
    atUs: { ...whole(limits.timeUs), default: 0 },
    afterStep: { ...whole(limits.timeUs), default: 0 },
    flow: { $ref: '#' },
  },
  ['id'],
);

const interventionSchema = objectSchema(
  {
    id,
    atUs: whole(limits.timeUs),
    afterStep: { ...whole(limits.timeUs), default: 0 },
    action: {
      oneOf: [
        objectSchema(
          {
            do: { const: 'publish' },
            node: id,
            type: id,
            key: { type: 'string', maxLength: limits.keyLength },
            data: {},
          },
          ['do', 'node', 'type'],
        ),
        objectSchema({ do: { enum: ['pause', 'resume', 'crash', 'revive'] }, node: id }, ['do', 'node']),
        objectSchema(
          {
            do: { enum: ['drop', 'duplicate'] },
            message: { type: 'string', minLength: 1, maxLength: limits.stepKeyLength },
          },
          ['do', 'message'],
        ),
        objectSchema(
          {
            do: { const: 'pick' },
            message: { type: 'string', minLength: 1, maxLength: limits.stepKeyLength },
            luck: { type: 'array', items: whole(limits.outcomes), maxItems: limits.outcomes },
          },
          ['do', 'message'],
        ),
        objectSchema({ do: { const: 'fault' }, settings: settingsSchema(handFaultFields) }, ['do']),
        objectSchema(
          {
            do: { const: 'advance' },
            node: id,
            event: { ...whole(limits.timeUs), minimum: 1 },
            queue: { type: 'string', maxLength: limits.stepKeyLength },
          },
          ['do', 'node', 'event'],
        ),
      ],
    },
    name,
  },
  ['id', 'atUs', 'action'],
);
