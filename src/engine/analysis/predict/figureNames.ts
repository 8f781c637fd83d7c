/** The figures of nodes that are predicted, under the names that they have in the report of a run, in the order in which they are offered. */
export const figureNames = [
  'throughputPerSecond',
  'utilisation',
  'busy.mean',
  'queue.mean',
  'wait.meanUs',
  'service.meanUs',
  'response.meanUs',
] as const;

export type FigureId = (typeof figureNames)[number];
