import { FlowEventRecord } from '#engine/runtime/FlowEventRecord';
import type { OrderOnly } from '#engine/model/StateForm';
import { firstEvent, firstTimer, rangeOf, replaceNames } from './names';

/** What two things have in common that differ only in names. */
export interface Canonical {
  /** Equal for equal forms. */
  readonly key: string;
  /** The thing itself, with the lowest names that keep their order. */
  readonly value: unknown;
  /** The names in it: events first, then calls, each in their order. A name in `value` is numbered by its place here. */
  readonly names: readonly number[];
}

/** What may be left out of a form. */
export interface Omissions {
  /** Fields of the field `state`. */
  readonly statistics: ReadonlySet<string>;
  /** Fields at any depth, or as `parent.field`. */
  readonly inner: ReadonlySet<string>;
  /** The parents among them. */
  readonly parents: ReadonlySet<string>;
  readonly orders: readonly OrderOnly[];
  /** Fields, at any depth, with data of people, in which nothing is left out, whatever its fields are called. */
  readonly opaque: ReadonlySet<string>;
}

/** Nothing is left out. */
export const noOmissions: Omissions = {
  statistics: new Set(),
  inner: new Set(),
  parents: new Set(),
  orders: [],
  opaque: new Set(),
};

/** For data of people: nothing is left out, and nothing is a line because its fields are called like those of one. */
const asItIs: Omissions = { ...noOmissions };

/**
 * Brings plain data into a form in which it can be compared and kept: names are renamed, what only counts is set to its
 * beginning, numbers that only order are made small, lines are cut to what is still in them, and fields are sorted.
 */
export class CanonicalForm {
  private readonly bodies = new Map<string, number>();

  of(value: unknown, omissions: Omissions): Canonical {
    const found = new Names();
    found.collect(value, omissions, '');
    const names = found.sorted();
    const rename = renamer(names, found.timers());
    const ranks = omissions.orders.map((order) => compress(value, order, omissions.opaque));
    const writer = new Writer(rename, omissions, ranks, (event) => this.bodyOf(event));
    const built = writer.write(value, '');
    return { key: writer.text(), value: built, names };
  }

  /** A small number for what an event says, apart from its name. */
  private bodyOf({ type, source, subject, data }: FlowEventRecord): number {
    const key = `${type} ${source} ${subject} ${JSON.stringify(data)}`;
    const known = this.bodies.get(key);
    if (known !== undefined) return known;
    this.bodies.set(key, this.bodies.size);
    return this.bodies.size - 1;
  }
}

/** The names in a value. */
class Names {
  private readonly found = new Set<number>();

  collect(value: unknown, omissions: Omissions, key: string): void {
    if (typeof value === 'number') this.note(value);
    else if (typeof value === 'string') this.inText(value);
    else if (value instanceof FlowEventRecord) this.note(value.number);
    else if (Array.isArray(value)) for (const item of value) this.collect(item, omissions, '');
    else if (typeof value === 'object' && value !== null) this.inObject(value, omissions, key);
  }

  sorted(): readonly number[] {
    return [...this.found].filter((name) => name < firstTimer).toSorted((a, b) => a - b);
  }

  timers(): readonly number[] {
    return [...this.found].filter((name) => name >= firstTimer).toSorted((a, b) => a - b);
  }

  private note(value: number): void {
    if (rangeOf(value) !== 0) this.found.add(value);
  }

  private inText(text: string): void {
    replaceNames(text, (name) => {
      this.found.add(name);
      return name;
    });
  }

  private inObject(value: object, omissions: Omissions, name: string): void {
    const head = omissions === asItIs ? 0 : headOf(value);
    for (const [key, item] of Object.entries(value)) {
      if (isOmitted(key, name, omissions)) continue;
      this.inText(key);
      if (head > 0 && key === 'items')
        this.collect((item as unknown[]).slice(head), omissions, ''); // See `headOf`.
      else this.collect(item, omissions.opaque.has(key) ? asItIs : omissions, key);
    }
  }
}

function renamer(names: readonly number[], timers: readonly number[]): (name: number) => number {
  const places = new Map<number, number>();
  names.forEach((name, place) => places.set(name, rangeOf(name) + place));
  timers.forEach((name, place) => places.set(name, firstTimer + 1 + place));
  return (name) => places.get(name) ?? name;
}

/** How much of a line has gone already; 0 for everything else. */
function headOf(value: object): number {
  const { items, head } = value as { readonly items?: unknown; readonly head?: unknown };
  return Array.isArray(items) && typeof head === 'number' ? head : 0;
}

interface Ranks {
  readonly order: OrderOnly;
  readonly places: ReadonlyMap<number, number>;
}

/** Small numbers in the same order; null where a heap holds such numbers in another way. */
function compress(value: unknown, order: OrderOnly, opaque: ReadonlySet<string>): Ranks | null {
  const found = new Set<number>();
  const fields = new Set(order.fields);
  if (!collectRanks(value, fields, found, opaque)) return null;
  const sorted = [...found].filter((rank) => rank > order.above).toSorted((a, b) => a - b);
  const first = Math.max(1, order.above + 1);
  return { order, places: new Map(sorted.map((rank, index) => [rank, first + index])) };
}

function collectRanks(
  value: unknown,
  fields: ReadonlySet<string>,
  found: Set<number>,
  opaque: ReadonlySet<string>,
): boolean {
  if (typeof value !== 'object' || value === null || value instanceof FlowEventRecord) return true;
  if (Array.isArray(value)) return value.every((item) => collectRanks(item, fields, found, opaque));
  const head = headOf(value);
  for (const [key, item] of Object.entries(value)) {
    if (key === 'ranks' && Array.isArray(item) && item.length > 0) return false;
    if (typeof item === 'number') {
      if (fields.has(key) && item < firstEvent) found.add(item);
    } else if (typeof item === 'object' && item !== null && !opaque.has(key)) {
      const rest: unknown = head > 0 && key === 'items' ? (item as unknown[]).slice(head) : item; // See `headOf`.
      if (!collectRanks(rest, fields, found, opaque)) return false;
    }
  }
  return true;
}

/** Builds the form and its key in one walk. */
class Writer {
  private readonly parts: string[] = [];
  private readonly rename: (name: number) => number;
  private omissions: Omissions;
  private ranks: readonly (Ranks | null)[];
  private readonly bodyOf: (event: FlowEventRecord) => number;

  constructor(
    rename: (name: number) => number,
    omissions: Omissions,
    ranks: readonly (Ranks | null)[],
    bodyOf: (event: FlowEventRecord) => number,
  ) {
    this.rename = rename;
    this.omissions = omissions;
    this.ranks = ranks;
    this.bodyOf = bodyOf;
  }

  text(): string {
    return this.parts.join('');
  }

  write(value: unknown, key: string): unknown {
    if (typeof value === 'number') return this.number(value, key);
    if (typeof value === 'string') return this.string(value);
    if (value instanceof FlowEventRecord) return this.event(value);
    if (Array.isArray(value)) return this.array(value);
    if (typeof value === 'object' && value !== null) return this.object(value, key);
    this.parts.push(String(value), ',');
    return value;
  }

  private number(value: number, key: string): number {
    const number = rangeOf(value) === 0 ? this.rank(value, key) : this.rename(value);
    this.parts.push(String(number), ',');
    return number;
  }

  private rank(value: number, key: string): number {
    for (const ranks of this.ranks) {
      if (ranks === null) continue;
      const { order, places } = ranks;
      if (order.fields.includes(key)) return places.get(value) ?? value;
      if (order.highest.includes(key)) return places.size;
      if (order.lowest.includes(key)) return 0;
    }
    return value;
  }

  private string(value: string): string {
    const text = replaceNames(value, this.rename);
    this.parts.push(JSON.stringify(text), ',');
    return text;
  }

  private event(event: FlowEventRecord): FlowEventRecord {
    const number = this.rename(event.number);
    this.parts.push(`@${number - firstEvent}.${this.bodyOf(event)},`);
    if (number === event.number) return event;
    const { type, source, subject, timeUs, data } = event;
    return new FlowEventRecord(number, type, source, subject, timeUs, data, null);
  }

  private array(value: readonly unknown[]): unknown {
    this.parts.push('[');
    const items = value.map((item) => this.write(item, ''));
    this.parts.push(']');
    // What was frozen is shared by states and never changed.
    return Object.isFrozen(value) && items.length === 0 ? value : items;
  }

  private object(value: object, name: string): unknown {
    const head = this.omissions === asItIs ? 0 : headOf(value);
    const copy: Record<string, unknown> = {};
    this.parts.push('{');
    const entries = Object.entries(value).map(([key, item]): [string, unknown] => [
      replaceNames(key, this.rename),
      item,
    ]);
    for (const [key, item] of entries.toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      this.parts.push(key, ':');
      copy[key] = this.field(key, item, head, name);
    }
    this.parts.push('}');
    return copy;
  }

  private field(key: string, item: unknown, head: number, name: string): unknown {
    if (isOmitted(key, name, this.omissions)) return this.write(emptied(item), '');
    if (head > 0 && key === 'items') return this.write((item as unknown[]).slice(head), key); // See `headOf`.
    if (head > 0 && key === 'head') return this.write(0, key);
    return this.omissions.opaque.has(key) ? this.whole(item, key) : this.write(item, key);
  }

  /** What people call their data says nothing of what it is for. */
  private whole(item: unknown, key: string): unknown {
    const { omissions, ranks } = this;
    this.omissions = asItIs;
    this.ranks = [];
    const written = this.write(item, key);
    this.omissions = omissions;
    this.ranks = ranks;
    return written;
  }
}

/** Whether a field of the object called `name` is left out. */
function isOmitted(key: string, name: string, { statistics, inner, parents }: Omissions): boolean {
  if (inner.has(key) || (name === 'state' && statistics.has(key))) return true;
  return parents.has(name) && inner.has(`${name}.${key}`);
}

/** A statistic before anything has happened. */
function emptied(value: unknown): unknown {
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null || value instanceof FlowEventRecord) return null;
  const isCount = Object.values(value).every((item) => typeof item === 'number');
  return isCount ? Object.fromEntries(Object.keys(value).map((key) => [key, 0])) : null;
}

/** A copy in which every name is replaced; `replace` gets the name and the start of its range. */
export function renamed(value: unknown, replace: (name: number, range: number) => number): unknown {
  const swap = (name: number): number => replace(name, rangeOf(name));
  const copy = (item: unknown): unknown => {
    if (typeof item === 'number') return rangeOf(item) === 0 ? item : swap(item);
    if (typeof item === 'string') return replaceNames(item, swap);
    if (typeof item !== 'object' || item === null) return item;
    if (item instanceof FlowEventRecord) {
      const { number, type, source, subject, timeUs, data } = item;
      return new FlowEventRecord(swap(number), type, source, subject, timeUs, data, null);
    }
    if (Array.isArray(item)) return item.map(copy);
    return Object.fromEntries(
      Object.entries(item).map(([key, field]) => [replaceNames(key, swap), copy(field)]),
    );
  };
  return copy(value);
}
