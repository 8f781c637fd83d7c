import type { MixOrder } from './MixOrder';

/** By chance, each row as often as its weight says. */
export const weighted: MixOrder = {
  id: 'weighted',
  plan: (weights) => (weights.length === 1 ? () => 0 : (_made, context) => context.pickWeighted(weights)),
};
