/** Why an input was refused, or what is doubtful about it. */
export interface Problem {
  /** Stable identifier, also the key of the translated sentence, such as `unknown-kind`. */
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Where, as steps into the document: `['nodes', 2, 'settings', 'capacity']`. */
  readonly path: readonly (string | number)[];
  /** One English sentence that says what is wrong and what to do. */
  readonly message: string;
  /** The values inside the sentence, for translations of it. */
  readonly values: Readonly<Record<string, string | number>>;
}

/** A value, or the reasons why there is none. Warnings may stand beside a value. */
export type Result<T> =
  | {
      readonly ok: true;
      readonly value: T;
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problems: readonly Problem[] };
