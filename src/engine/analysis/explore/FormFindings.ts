import { FlowEventRecord } from '#engine/runtime/FlowEventRecord';
import type { OrderOnly } from '#engine/model/StateForm';
import { firstEvent, firstTimer, rangeOf, replaceNames } from './names';
import type { ObjectForms } from './ObjectForms';

/** What has to be known of a value before it can be written: the names in it, and the numbers that only order. */
export class FormFindings {
  private readonly names = new Set<number>();
  private readonly ranks: readonly Set<number>[];
  private readonly opaqueForms: ObjectForms;
  /** Whether a heap holds such numbers in another way. */
  private hasHeap = false;

  constructor(orderCount: number, opaqueForms: ObjectForms) {
    this.ranks = Array.from({ length: orderCount }, () => new Set<number>());
    this.opaqueForms = opaqueForms;
  }

  /** Looks through a value. Where names are left out, numbers that only order are still told. */
  collect(value: unknown, forms: ObjectForms, name: string, wantsNames: boolean): void {
    if (typeof value === 'number') {
      if (wantsNames) this.note(value);
    } else if (typeof value === 'string') {
      if (wantsNames) this.noteText(value);
    } else if (typeof value !== 'object' || value === null) return;
    else if (value instanceof FlowEventRecord) {
      if (wantsNames) this.note(value.number);
    } else if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index += 1) this.collect(value[index], forms, '', wantsNames);
    } else this.collectObject(value as Readonly<Record<string, unknown>>, forms, name, wantsNames);
  }

  /** Names of events, then of calls, each in their order; and those of timers. */
  sorted(): { readonly names: readonly number[]; readonly timers: readonly number[] } {
    const all = [...this.names].toSorted(byNumber);
    const end = all.findIndex((name) => name >= firstTimer);
    return end < 0 ? { names: all, timers: [] } : { names: all.slice(0, end), timers: all.slice(end) };
  }

  /** By number that only orders: a small one in the same order; null where a heap holds them in another way. */
  places(order: OrderOnly, index: number): ReadonlyMap<number, number> | null {
    if (this.hasHeap) return null;
    const found = [...(this.ranks[index] ?? [])].filter((rank) => rank > order.above).toSorted(byNumber);
    const first = Math.max(1, order.above + 1);
    return new Map(found.map((rank, place) => [rank, first + place]));
  }

  private collectObject(
    value: Readonly<Record<string, unknown>>,
    forms: ObjectForms,
    name: string,
    wantsNames: boolean,
  ): void {
    const isOpaque = forms === this.opaqueForms;
    const head = isOpaque ? 0 : headOf(value);
    const { fields, hasNames } = forms.of(value, name);
    for (let index = 0; index < fields.length; index += 1) {
      const field = fields[index];
      if (field === undefined) continue;
      const { key } = field;
      const item = value[key];
      const wants = wantsNames && !field.isOmitted;
      if (wants && hasNames) this.noteText(key);
      if (field.isOpaque) {
        if (wants) this.collect(item, this.opaqueForms, key, true);
      } else if (wants || !isOpaque) this.collectField(item, field.ranks, forms, key, wants, head);
    }
  }

  private collectField(
    item: unknown,
    ranks: readonly { readonly order: number; readonly sort: string }[],
    forms: ObjectForms,
    key: string,
    wantsNames: boolean,
    head: number,
  ): void {
    const rule = ranks.length === 0 || typeof item !== 'number' ? [] : ranks;
    for (const { order, sort } of rule) {
      if (sort === 'field' && (item as number) < firstEvent) this.ranks[order]?.add(item as number);
    }
    if (key === 'ranks' && forms !== this.opaqueForms && Array.isArray(item) && item.length > 0)
      this.hasHeap = true;
    const rest = head > 0 && key === 'items' ? (item as unknown[]).slice(head) : item; // See `headOf`.
    this.collect(rest, forms, head > 0 && key === 'items' ? '' : key, wantsNames);
  }

  private note(value: number): void {
    if (rangeOf(value) !== 0) this.names.add(value);
  }

  private noteText(text: string): void {
    replaceNames(text, (name) => {
      this.names.add(name);
      return name;
    });
  }
}

/** How much of a line has gone already; 0 for everything else. */
export function headOf(value: object): number {
  const { items, head } = value as { readonly items?: unknown; readonly head?: unknown };
  return Array.isArray(items) && typeof head === 'number' ? head : 0;
}

const byNumber = (a: number, b: number): number => a - b;
