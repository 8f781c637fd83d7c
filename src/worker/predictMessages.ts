import type { FigureInterval } from '#engine/analysis/figureIntervals';
import type { FewestServers, Target } from '#engine/analysis/predict/fewestServers';
import type { Parameter } from '#engine/analysis/predict/parameters';
import type { Prediction } from '#engine/analysis/predict/Prediction';
import type { Knob } from '#engine/analysis/predict/rankKnobs';
import type { FigureName, SweepPoint } from '#engine/analysis/predict/sweep';
import type { TaskProgress } from '#engine/analysis/predict/Task';
import type { FlowDoc } from '#engine/model/FlowDoc';

/** What a worker that predicts can be asked, and what it answers. */
export interface PredictAnswers {
  readonly prediction: Prediction;
  readonly runs: readonly FigureInterval[];
  readonly knobs: readonly Knob[];
  readonly fewest: FewestServers | null;
  readonly sweep: readonly SweepPoint[];
}

/** One question about a document, which the importer checked. */
export type PredictRequest = { readonly doc: FlowDoc } & (
  | { readonly question: 'prediction' | 'runs' | 'knobs' }
  | { readonly question: 'fewest'; readonly node: string; readonly target: Target }
  | {
      readonly question: 'sweep';
      readonly parameter: Parameter;
      readonly values: readonly number[];
      readonly figure: FigureName;
    }
);

/** How far it is, again and again, and then the answer. */
export type PredictResponse =
  { readonly progress: TaskProgress } | { readonly answer: PredictAnswers[keyof PredictAnswers] };
