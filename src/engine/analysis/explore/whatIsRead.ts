import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { wireFields } from '#engine/model/wireFields';
import type { FlowPlan } from '#engine/runtime/FlowPlan';

/** What of events anything in a flow looks at: the rest cannot change what happens, and need not be told apart. */
export interface WhatIsRead {
  /** All keys, or these alone. */
  readonly keys: 'all' | ReadonlySet<string>;
  readonly data: boolean;
  /** Who published them. */
  readonly sources: boolean;
}

/** What is read when somebody else reads keys too. */
export function withKeys(read: WhatIsRead, readsKeys: boolean): WhatIsRead {
  return readsKeys ? { ...read, keys: 'all' } : read;
}

/**
 * Looks through the expressions of a flow for words that may speak of keys or data, and asks the kinds for what they read
 * by themselves. It may answer yes where nobody looks; then more is told apart than needed.
 */
export function whatIsRead(plan: FlowPlan): WhatIsRead {
  const texts = expressionsOf(plan);
  const has = (pattern: RegExp): boolean => texts.some((text) => pattern.test(text));
  const readsWhole = has(/\bevent\b(?!\.type\b)/);
  const kindsRead = plan.nodes.map(({ behaviour, plan: own }) => behaviour.form?.readsKeys(own) ?? true);
  const readsAll = readsWhole || has(/\bkey\b/) || kindsRead.includes(true);
  const named = kindsRead.flatMap((keys) => (typeof keys === 'boolean' ? [] : keys));
  return {
    keys: readsAll ? 'all' : new Set(named),
    data: readsWhole || has(/\bdata\b/),
    sources: has(/\bevent\b(?!\.(?:type|key|data|attempt|number|time)\b)/),
  };
}

/** Words in the expressions of a flow that speak of what exploring leaves out. */
export function unexploredWords(plan: FlowPlan): readonly string[] {
  const texts = expressionsOf(plan);
  const words = { 'event.number': /\bevent\.number\b/, 'event.time': /\bevent\.time\b/, now: /\bnow\b/ };
  return Object.entries(words).flatMap(([word, pattern]) =>
    texts.some((text) => pattern.test(text)) ? [word] : [],
  );
}

function expressionsOf({ nodes, doc }: FlowPlan): readonly string[] {
  const allWireFields = Object.values(wireFields).flat();
  return [
    ...nodes.flatMap(({ kind, setup }) => (kind.runs ? textsIn(kind.fields, setup.settings) : [])),
    ...doc.wires.flatMap(({ settings }) => textsIn(allWireFields, settings)),
  ];
}

function textsIn(fields: readonly Field[], settings: Readonly<Record<string, unknown>>): readonly string[] {
  return fields.flatMap((field) => {
    const value = settings[field.id];
    if (field.type === 'expression') return typeof value === 'string' ? [value] : [];
    if (field.type === 'json' && field.template === true) return textsOf(value);
    // Guards, delays, values and names: more words than expressions, so that more is told apart than needed.
    if (field.type === 'statechart') return value === null ? [] : [JSON.stringify(value)];
    if (field.type !== 'records' || !Array.isArray(value)) return [];
    // The importer checked the records against their fields.
    return value.flatMap((item: Readonly<Record<string, Json>>) => textsIn(field.item, item));
  });
}

/** Every text in plain data that has an expression in it. */
function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.includes('${') ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}
