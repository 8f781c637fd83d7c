import type { MeanInterval } from '#engine/analysis/statistics/MeanInterval';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import type { JudgedKind } from '#engine/model/Traits';
import { withParameter, type Parameter } from './parameters';
import type { Tier } from './models/StationModel';
import { predictFlow } from './predictFlow';
import { simulateFigures, type RunSettings } from './simulateFigures';
import { within, type Task } from './Task';

/** A figure of a node by the name that it has in the report of a run. */
export interface FigureName {
  readonly node: string;
  readonly figure: string;
}

/** What one value of a parameter comes to, by theory and by runs. */
export interface SweepPoint {
  readonly value: number;
  readonly predicted: { readonly value: number; readonly tier: Tier; readonly model: string } | null;
  /** Whether there is no prediction because the line has no end. */
  readonly isOverloaded: boolean;
  /** Of 95 %; null where it did not happen in the runs, or no runs were asked for. */
  readonly simulated: MeanInterval | null;
}

/** Values from one end to the other, both included, evenly spaced; whole numbers each once. */
export function sweepValues(
  { isWhole }: Parameter,
  from: number,
  to: number,
  count: number,
): readonly number[] {
  const values = Array.from({ length: count }, (_, index) => {
    const value = count === 1 ? from : from + ((to - from) * index) / (count - 1);
    return isWhole ? Math.round(value) : Number(value.toPrecision(6));
  });
  return [...new Set(values)];
}

/** A figure over the values of a parameter, with the same luck at every value. Without runs nothing is simulated. */
export function* sweep(
  doc: FlowDoc,
  kinds: readonly JudgedKind[],
  running: ReadonlyMap<string, RunningKind>,
  parameter: Parameter,
  values: readonly number[],
  { node, figure }: FigureName,
  settings: RunSettings | null,
): Task<readonly SweepPoint[]> {
  const points: SweepPoint[] = [];
  for (const [done, value] of values.entries()) {
    yield { done, total: values.length };
    const variant = withParameter(doc, parameter, value);
    const found = predictFlow(variant, kinds, running).nodes.find(({ id }) => id === node);
    const predicted = found?.figures.find((one) => one.figure === figure);
    const figures =
      settings === null
        ? []
        : yield* within(simulateFigures(variant, running, settings), done, values.length);
    points.push({
      value,
      predicted:
        predicted === undefined
          ? null
          : { value: predicted.value, tier: predicted.tier, model: predicted.model },
      isOverloaded: found?.isOverloaded === true && predicted === undefined,
      simulated: figures.find((one) => one.id === node && one.figure === figure)?.interval ?? null,
    });
  }
  return points;
}
