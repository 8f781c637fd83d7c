import type { StopRule } from '#engine/runtime/stops/StopRule';
import { mostBreakpoints, type Breakpoint } from './stopStore';

type Fields = Readonly<Record<string, 'text' | 'number'>>;

/** What each rule that a person can set is made of. */
const fields: { readonly [On in Exclude<StopRule['on'], 'arrival'>]: Fields } = {
  node: { node: 'text' },
  wire: { wire: 'text' },
  type: { type: 'text' },
  key: { key: 'text' },
  condition: { text: 'text' },
  state: { node: 'text', state: 'text' },
  protocol: { protocol: 'text' },
  queue: { node: 'text', over: 'number' },
};

/** The breakpoints that a browser kept, as far as they are any: whatever was stored is looked at with care. */
export function readBreakpoints(stored: unknown): readonly Breakpoint[] {
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, mostBreakpoints).flatMap((one: unknown, index) => {
    if (!isObject(one)) return [];
    const rule = readRule(one['rule']);
    const { nth, isOn } = one;
    if (rule === null) return [];
    const isCount = typeof nth === 'number' && Number.isSafeInteger(nth) && nth > 0;
    return [{ id: `b${index + 1}`, rule, nth: isCount ? nth : 1, isOn: isOn !== false }];
  });
}

function readRule(value: unknown): StopRule | null {
  if (!isObject(value)) return null;
  const on = value['on'];
  if (typeof on !== 'string' || !Object.hasOwn(fields, on)) return null;
  const wanted: Fields = fields[on as keyof typeof fields]; // It has such a field, as was just looked up.
  const parts = Object.entries(wanted).map(([name, type]) => [name, read(value[name], type)] as const);
  if (parts.some(([, part]) => part === null)) return null;
  return { on, ...Object.fromEntries(parts) } as unknown as StopRule; // Every part is of its type.
}

function read(value: unknown, type: 'text' | 'number'): string | number | null {
  if (type === 'text') return typeof value === 'string' && value.length <= 2_000 ? value : null;
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
