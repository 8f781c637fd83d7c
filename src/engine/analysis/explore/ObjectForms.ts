import type { OrderOnly } from '#engine/model/StateForm';
import { holdsName } from './names';

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

/** What a number in a field is in one of the orders: one of those that only order, the last given out, or a first one. */
export interface RankRule {
  /** Which of the orders. */
  readonly order: number;
  readonly sort: 'field' | 'highest' | 'lowest';
}

/** What is done with one field of an object. */
export interface FieldForm {
  readonly key: string;
  readonly isOmitted: boolean;
  readonly isOpaque: boolean;
  readonly ranks: readonly RankRule[];
}

/** Most sets of keys of objects with one name that are remembered: data of people may have any. */
const mostSets = 32;

/** What is done with objects that have the same keys in the same order. */
export interface ObjectForm {
  /** The same for all objects with these keys, in whatever order. */
  readonly id: number;
  readonly keys: readonly string[];
  /** In the order of their keys. */
  readonly fields: readonly FieldForm[];
  /** Whether names stand in the keys. */
  readonly hasNames: boolean;
}

/**
 * What is done with the fields of objects, in the order of their keys, by the name of the field that holds them. States of
 * one kind have the same few sets of keys, so that this is worked out once for each.
 */
export class ObjectForms {
  private readonly omissions: Omissions;
  private readonly known = new Map<string, ObjectForm[]>();
  private readonly ids = new Map<string, number>();

  constructor(omissions: Omissions) {
    this.omissions = omissions;
  }

  of(value: object, name: string): ObjectForm {
    let forms = this.known.get(name);
    if (forms === undefined) {
      forms = [];
      this.known.set(name, forms);
    }
    for (let index = 0; index < forms.length; index += 1) {
      const form = forms[index];
      if (form !== undefined && hasKeys(value, form.keys)) return form;
    }
    const keys = Object.keys(value);
    const fields = keys.toSorted(byText).map((key) => this.fieldOf(key, name));
    const form = { id: this.idOf(fields), keys, fields, hasNames: keys.some(holdsName) };
    // Names hardly come again.
    if (forms.length < mostSets && !form.hasNames) forms.push(form);
    return form;
  }

  private idOf(fields: readonly FieldForm[]): number {
    const text = JSON.stringify(fields.map(({ key }) => key));
    const id = this.ids.get(text) ?? this.ids.size;
    this.ids.set(text, id);
    return id;
  }

  private fieldOf(key: string, name: string): FieldForm {
    const { statistics, inner, parents, opaque, orders } = this.omissions;
    const isInner = inner.has(key) || (parents.has(name) && inner.has(`${name}.${key}`));
    const ranks = orders.flatMap(({ fields, highest, lowest }, order): RankRule[] => {
      if (fields.includes(key)) return [{ order, sort: 'field' }];
      if (highest.includes(key)) return [{ order, sort: 'highest' }];
      return lowest.includes(key) ? [{ order, sort: 'lowest' }] : [];
    });
    const isOmitted = isInner || (name === 'state' && statistics.has(key));
    return { key, isOmitted, isOpaque: opaque.has(key), ranks };
  }
}

/** In the order in which they stand. */
function hasKeys(value: object, keys: readonly string[]): boolean {
  let at = 0;
  // Plain data, which inherits nothing.
  for (const key in value) {
    if (key !== keys[at]) return false;
    at += 1;
  }
  return at === keys.length;
}

/** The order of texts by their code units. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
