/** Sizes of what is drawn, in pixels at 100 %. */
export const measures = {
  labelFont: 12,
  labelLine: 15,
  noteFont: 10.5,
  noteLine: 14,
  arrowFont: 11,
  arrowLine: 14,
  /** Between the rim of a state and its double ring, which lies inside. */
  ring: 4,
  /** Room below a state for tokens, which stand on its lower rim. */
  tokenRow: 14,
  headLine: 26,
} as const;
