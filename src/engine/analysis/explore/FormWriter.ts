import { FlowEventRecord } from '#engine/runtime/FlowEventRecord';
import { headOf } from './FormFindings';
import { firstEvent, rangeOf, replaceNames } from './names';
import { byText, type FieldForm, type ObjectForms, type RankRule } from './ObjectForms';

/** How names, numbers that only order, and events are written. */
export interface FormWords {
  rename(name: number): number;
  /** By order; null where its numbers stay as they are. */
  readonly places: readonly (ReadonlyMap<number, number> | null)[];
  /** A small number for what an event says, apart from its name. */
  bodyOf(event: FlowEventRecord): number;
}

/** Builds a form and its key in one walk. */
export class FormWriter {
  /** Equal for equal forms. */
  text = '';
  private readonly words: FormWords;
  private readonly opaqueForms: ObjectForms;
  private forms: ObjectForms;

  constructor(words: FormWords, forms: ObjectForms, opaqueForms: ObjectForms) {
    this.words = words;
    this.forms = forms;
    this.opaqueForms = opaqueForms;
  }

  /** `ranks`: what a number here is in orders. */
  write(value: unknown, name: string, ranks: readonly RankRule[]): unknown {
    if (typeof value === 'number') return this.number(value, ranks);
    if (typeof value === 'string') return this.string(value);
    if (typeof value !== 'object' || value === null) {
      this.text += `${String(value)},`;
      return value;
    }
    if (value instanceof FlowEventRecord) return this.event(value);
    if (Array.isArray(value)) return this.array(value);
    return this.object(value as Readonly<Record<string, unknown>>, name);
  }

  private number(value: number, ranks: readonly RankRule[]): number {
    const number =
      rangeOf(value) !== 0 ? this.words.rename(value) : ranks.length === 0 ? value : this.rank(value, ranks);
    this.text += `${number},`;
    return number;
  }

  private rank(value: number, ranks: readonly RankRule[]): number {
    for (const { order, sort } of ranks) {
      const places = this.words.places[order] ?? null;
      if (places === null) continue;
      if (sort === 'field') return places.get(value) ?? value;
      return sort === 'highest' ? places.size : 0;
    }
    return value;
  }

  private string(value: string): string {
    const text = replaceNames(value, (name) => this.words.rename(name));
    this.text += `${JSON.stringify(text)},`;
    return text;
  }

  private event(event: FlowEventRecord): FlowEventRecord {
    const number = this.words.rename(event.number);
    this.text += `@${number - firstEvent}.${this.words.bodyOf(event)},`;
    if (number === event.number) return event;
    const { type, source, subject, timeUs, data } = event;
    return new FlowEventRecord(number, type, source, subject, timeUs, data, null);
  }

  private array(value: readonly unknown[]): unknown {
    this.text += '[';
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) items.push(this.write(value[index], '', none));
    this.text += ']';
    // What was frozen is shared by states and never changed.
    return items.length === 0 && Object.isFrozen(value) ? value : items;
  }

  private object(value: Readonly<Record<string, unknown>>, name: string): unknown {
    const head = this.forms === this.opaqueForms ? 0 : headOf(value);
    const form = this.forms.of(value, name);
    const copy: Record<string, unknown> = {};
    if (form.hasNames) this.named(value, form.fields, copy, head);
    else {
      // The number stands for all keys: states are many, and their texts are kept.
      this.text += `{${form.id}:`;
      const { fields } = form;
      for (let index = 0; index < fields.length; index += 1) {
        const field = fields[index];
        if (field !== undefined) copy[field.key] = this.field(field, value[field.key], head);
      }
    }
    return copy;
  }

  /** Keys with names in them stand where their new names put them. */
  private named(
    value: Readonly<Record<string, unknown>>,
    fields: readonly FieldForm[],
    copy: Record<string, unknown>,
    head: number,
  ): void {
    const renamed = fields.map((field) => ({
      field,
      key: replaceNames(field.key, (name) => this.words.rename(name)),
    }));
    this.text += '{';
    for (const { field, key } of renamed.toSorted((a, b) => byText(a.key, b.key))) {
      this.text += `${JSON.stringify(key)}:`;
      copy[key] = this.field(field, value[field.key], head);
    }
    this.text += '}';
  }

  private field({ key, isOmitted, isOpaque, ranks }: FieldForm, item: unknown, head: number): unknown {
    if (isOmitted) return this.write(emptied(item), '', none);
    if (head > 0 && key === 'items') return this.write((item as unknown[]).slice(head), key, none); // See `headOf`.
    if (head > 0 && key === 'head') return this.write(0, key, ranks);
    return isOpaque ? this.whole(item, key) : this.write(item, key, ranks);
  }

  /** What people call their data says nothing of what it is for. */
  private whole(item: unknown, key: string): unknown {
    const { forms } = this;
    this.forms = this.opaqueForms;
    const written = this.write(item, key, none);
    this.forms = forms;
    return written;
  }
}

const none: readonly RankRule[] = [];

/** A statistic before anything has happened. */
function emptied(value: unknown): unknown {
  if (typeof value === 'number') return 0;
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null || value instanceof FlowEventRecord) return null;
  const isCount = Object.values(value).every((item) => typeof item === 'number');
  return isCount ? Object.fromEntries(Object.keys(value).map((key) => [key, 0])) : null;
}
