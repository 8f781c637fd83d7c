import { FlowEventRecord } from '#engine/runtime/FlowEventRecord';
import { FormFindings } from './FormFindings';
import { FormWriter } from './FormWriter';
import { firstTimer, rangeOf, replaceNames } from './names';
import { noOmissions, ObjectForms, type Omissions } from './ObjectForms';

/** What two things have in common that differ only in names. */
export interface Canonical {
  /** Equal for equal forms. */
  readonly key: string;
  /** The thing itself, with the lowest names that keep their order. */
  readonly value: unknown;
  /** The names in it: events first, then calls, each in their order. A name in `value` is numbered by its place here. */
  readonly names: readonly number[];
}

/**
 * Brings plain data into a form in which it can be compared and kept: names are renamed, what only counts is set to its
 * beginning, numbers that only order are made small, lines are cut to what is still in them, and fields are sorted.
 */
export class CanonicalForm {
  private readonly bodies = new Map<string, number>();
  private readonly forms = new Map<Omissions, ObjectForms>();
  /** For data of people: nothing is left out, and nothing is a line because its fields are called like those of one. */
  private readonly opaqueForms = new ObjectForms(noOmissions);

  of(value: unknown, omissions: Omissions): Canonical {
    const { opaqueForms } = this;
    const { orders } = omissions;
    const forms = this.formsOf(omissions);
    const findings = new FormFindings(orders.length, opaqueForms);
    findings.collect(value, forms, '', true);
    const { names, timers } = findings.sorted();
    const words = {
      rename: renamer(names, timers),
      places: orders.map((order, index) => findings.places(order, index)),
      bodyOf: (event: FlowEventRecord) => this.bodyOf(event),
    };
    const writer = new FormWriter(words, forms, opaqueForms);
    const built = writer.write(value, '', []);
    return { key: writer.text, value: built, names };
  }

  private formsOf(omissions: Omissions): ObjectForms {
    const known = this.forms.get(omissions) ?? new ObjectForms(omissions);
    this.forms.set(omissions, known);
    return known;
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

function renamer(names: readonly number[], timers: readonly number[]): (name: number) => number {
  const places = new Map<number, number>();
  names.forEach((name, place) => places.set(name, rangeOf(name) + place));
  timers.forEach((name, place) => places.set(name, firstTimer + 1 + place));
  return (name) => places.get(name) ?? name;
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
