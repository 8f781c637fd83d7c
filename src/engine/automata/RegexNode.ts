/** A regular expression over names of letters, as a tree. */
export type RegexNode =
  /** No word at all: `[]`. */
  | { readonly type: 'nothing' }
  /** The word of no letters: `()`. */
  | { readonly type: 'blank' }
  /** One letter out of several: a name, `[a b]`, or all but some: `[^a b]`, and `.` for any. */
  | { readonly type: 'letters'; readonly names: readonly string[]; readonly isExcept: boolean }
  | { readonly type: 'sequence'; readonly parts: readonly RegexNode[] }
  | { readonly type: 'choice'; readonly parts: readonly RegexNode[] }
  /** So many times in a row; `max` is null for any number. */
  | { readonly type: 'repeat'; readonly part: RegexNode; readonly min: number; readonly max: number | null };
