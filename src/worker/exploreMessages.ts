import type { ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import type { ExploreProgress } from '#engine/analysis/explore/ExploreProgress';
import type { OrdersAnswer } from '#engine/analysis/explore/orders/answerOrders';
import type { OrdersView } from '#engine/analysis/explore/orders/BusOrders';
import type { PropertyRequest } from '#engine/analysis/explore/Property';
import type { CheckSettings } from '#engine/analysis/explore/settings';
import type { Automaton } from '#engine/automata/Automaton';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Problem } from '#engine/model/Problem';

/** What a worker that explores may be asked, once. The document was checked by the importer. */
export interface ExploreQuestions {
  /** Whether a property holds in every order. */
  check: {
    readonly ask: { readonly property: PropertyRequest };
    readonly answer: ExplorationAnswer;
  };
  /** All orders on a bus, by the index of its node; `before` is what they were before a change, of the same view. */
  orders: {
    readonly ask: { readonly bus: number; readonly view: OrdersView; readonly before: Automaton | null };
    readonly answer: OrdersAnswer;
  };
}

export type ExploreRequest<Q extends keyof ExploreQuestions = keyof ExploreQuestions> = {
  [K in Q]: {
    readonly question: K;
    readonly doc: FlowDoc;
    readonly settings: CheckSettings;
  } & ExploreQuestions[K]['ask'];
}[Q];

/** What it says: how far it is, again and again, and then one of the other two. */
export type ExploreResponse<Q extends keyof ExploreQuestions = keyof ExploreQuestions> =
  | { readonly progress: ExploreProgress }
  | { readonly problem: Problem }
  | { readonly result: ExploreQuestions[Q]['answer'] };
