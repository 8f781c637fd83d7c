/** A value, or the limit that was reached before there was one. */
export type Bounded<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      /** What there would be too many of. */
      readonly limit: 'states' | 'pairs' | 'characters' | 'arrows';
      readonly max: number;
    };
