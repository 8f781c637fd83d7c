import type { ComponentType } from 'react';
import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';

export type FieldOf<T extends Field['type']> = Extract<Field, { readonly type: T }>;

/** What every control of a field is given. */
export interface FieldControlProps<F extends Field = Field> {
  readonly field: F;
  /** Where the field's texts are: `bus`, `wire`, or `publisher.mix` inside a list of records. */
  readonly owner: string;
  readonly value: Json;
  /** Unique on the page. */
  readonly id: string;
  readonly label: string;
  /** Id of the element that explains the field, while it is shown. */
  readonly describedBy?: string | undefined;
  readonly onChange: (value: Json) => void;
  /** The gesture is over: the next change is another undo entry. */
  readonly onEnd: () => void;
}

/** What is known about the patterns of a wire while one is typed. */
export interface PatternHints {
  readonly suggestions: readonly string[];
  /** Why a text is no pattern here, or null. */
  readonly problemOf: (text: string) => string | null;
}

export interface FieldFormProps {
  readonly fields: readonly Field[];
  /** Where the texts of the fields are in the catalogue. */
  readonly owner: string;
  readonly settings: Settings;
  readonly idPrefix: string;
  readonly patterns?: PatternHints;
  readonly onChange: (field: string, value: Json) => void;
  readonly onEnd: () => void;
}

/** The form itself, handed down because lists of records hold forms in turn. */
export type FormComponent = ComponentType<FieldFormProps>;
