/** What the face of a store shows. */
export interface StoreView {
  readonly keys: number;
  /** The values written last, newest first, at most 5, as short JSON text. */
  readonly recent: readonly { readonly key: string; readonly value: string }[];
  readonly reads: number;
  readonly writes: number;
  readonly busy: number;
}
