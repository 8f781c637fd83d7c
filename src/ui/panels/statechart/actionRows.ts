import type { EventType } from '#engine/model/FlowDoc';
import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { ChartAction } from '#engine/model/statechart/Statechart';
import { isRecord, type JsonRecord } from '../inspector/isRecord';

const is = (...kinds: readonly string[]) => [{ field: 'do', is: kinds }];

/** The form of one action of a statechart. */
export const actionFields: readonly Field[] = [
  { id: 'do', type: 'choice', default: 'emit', options: ['assign', 'emit', 'raise', 'log'] },
  {
    id: 'values',
    type: 'records',
    default: [{ name: 'value', value: null }],
    maxItems: 50,
    when: is('assign'),
    item: [
      { id: 'name', type: 'text', default: 'value', maxLength: 80 },
      { id: 'value', type: 'json', default: null, maxLength: 4000, template: true },
    ],
  },
  { id: 'type', type: 'eventType', default: '', when: is('emit') },
  { id: 'event', type: 'text', default: 'next', maxLength: 80, when: is('raise') },
  { id: 'data', type: 'json', default: null, maxLength: 4000, template: true, when: is('emit', 'raise') },
  { id: 'key', type: 'text', default: '', maxLength: 80, when: is('emit') },
  { id: 'to', type: 'node', default: '', when: is('emit') },
  { id: 'message', type: 'text', default: '${key}', maxLength: 1000, when: is('log') },
];

/** Actions as rows of the form. Events are called by the ids of their types there, where the flow has them. */
export function rowsOf(actions: readonly ChartAction[], types: readonly EventType[]): readonly JsonRecord[] {
  return actions.map((action): JsonRecord => {
    switch (action.type) {
      case 'assign':
        return {
          do: 'assign',
          values: Object.entries(action.params).map(([name, value]) => ({ name, value })),
        };
      case 'emit': {
        const { type, key, data, to } = action.params;
        const known = types.find(({ name }) => name === type)?.id ?? '';
        return { do: 'emit', type: known, said: type, key: key ?? '', data, to };
      }
      case 'raise':
        return { do: 'raise', event: action.params.type, data: action.params.data };
      case 'log': {
        const { message } = action.params;
        return { do: 'log', message: typeof message === 'string' ? message : JSON.stringify(message) };
      }
    }
  });
}

/** Rows of the form as actions. An event whose type the flow has not keeps the name it had. */
export function actionsOf(rows: Json, types: readonly EventType[]): readonly ChartAction[] {
  if (!Array.isArray(rows)) return [];
  const list: readonly Json[] = rows;
  return list.filter(isRecord).map((row) => actionOf(row, types));
}

function actionOf(row: JsonRecord, types: readonly EventType[]): ChartAction {
  switch (row['do']) {
    case 'assign':
      return { type: 'assign', params: valuesOf(row['values']) };
    case 'raise':
      return { type: 'raise', params: { type: textOf(row['event'], 'next'), data: row['data'] ?? null } };
    case 'log':
      return { type: 'log', params: { message: textOf(row['message'], '${key}') } };
    default: {
      const chosen = types.find(({ id }) => id === row['type'])?.name;
      const type = chosen ?? textOf(row['said'], types[0]?.name ?? 'event');
      const key = textOf(row['key'], '');
      return {
        type: 'emit',
        params: { type, key: key === '' ? null : key, data: row['data'] ?? null, to: textOf(row['to'], '') },
      };
    }
  }
}

function valuesOf(rows: Json | undefined): Readonly<Record<string, Json>> {
  const list: readonly Json[] = Array.isArray(rows) ? rows : [{ name: 'value', value: null }];
  const values: Record<string, Json> = {};
  for (const row of list.filter(isRecord)) {
    const name = textOf(row['name'], 'value');
    let free = name;
    for (let number = 2; Object.hasOwn(values, free); number += 1) free = `${name}${number}`;
    values[free] = row['value'] ?? null;
  }
  return values;
}

const textOf = (value: Json | undefined, fallback: string) => (typeof value === 'string' ? value : fallback);
