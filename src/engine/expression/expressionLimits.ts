import { limits } from '#engine/model/limits';

/** How large an expression and its work may become. Reaching one is a problem or a modelled failure. */
export const expressionLimits = {
  /** Characters of the text of one expression. */
  textLength: 1_000,
  /** Names, values, operators and calls in one expression. */
  nodes: 400,
  /** Levels of brackets and of access by `.` or `[]`. */
  depth: 60,
  /** Steps that one evaluation may spend on lists, objects and long texts. */
  steps: 20_000,
  /** Characters of a text made on the way, and of the JSON text of a result. */
  resultLength: limits.dataLength,
  /** Levels of lists and objects in a result. */
  resultDepth: limits.depth,
} as const;
