/** Why an input was refused, or what is doubtful about it. */
export interface Problem {
  /** Stable identifier, also the key of the translated sentence, such as `unknown-kind`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Where, as steps into the document: `['nodes', 2, 'settings', 'capacity']`. */
  readonly path: readonly (string | number)[];
  /** The values inside the sentence that belongs to the code, in whatever language. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The English sentence itself, where the code is in no catalogue. See `problemMessage`. */
  readonly sentence?: string;
}

/** A value, or the reasons why there is none. Warnings may stand beside a value. */
export type Result<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
