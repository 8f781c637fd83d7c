import type { Inference } from '#engine/analysis/observed/inferAutomaton';
import type { Observed } from '#engine/analysis/observed/Observed';
import type { WatchOrder } from '#engine/analysis/observed/watchBus';
import type { Bounded } from '#engine/automata/Bounded';
import type { FlowDoc } from '#engine/model/FlowDoc';

/** A bus to watch while the run of a document is made once more; the document was checked by the importer. */
export interface RunSource {
  readonly doc: FlowDoc;
  /** Index of the node. */
  readonly bus: number;
  readonly order: WatchOrder;
  readonly isPerKey: boolean;
}

/** What was gathered of a run so far. */
export interface RunObservation {
  readonly observed: Observed;
  /** Steps of the run that are in it, from the first. */
  readonly steps: number;
  /** Whether these are all steps that were asked for, or that there are. */
  readonly isComplete: boolean;
}

/** What the page says. A watch goes on by itself as far as it may, until it is ended. */
export type ObserveRequest =
  | { readonly ask: 'watch'; readonly id: number; readonly source: RunSource; readonly reach: number }
  /** The run is known further now: up to so many steps. */
  | { readonly ask: 'reach'; readonly id: number; readonly reach: number }
  | { readonly ask: 'end'; readonly id: number }
  | { readonly ask: 'infer'; readonly id: number; readonly observed: Observed; readonly k: number };

/** What the worker says. */
export type ObserveResponse =
  | { readonly id: number; readonly tells: 'observation'; readonly value: RunObservation }
  | { readonly id: number; readonly tells: 'inference'; readonly value: Bounded<Inference> }
  | { readonly id: number; readonly tells: 'failure'; readonly error: string };
