import type { AutomatonView } from './AutomatonView';
import { behaviour } from './behaviour';
import { copy } from './copy';
import { lifecycle } from './lifecycle';
import { observed } from './observed';
import { orders } from './orders';
import { protocol } from './protocol';

/** Every way to see a node as an automaton, in the order of the buttons. The first that applies is shown first. */
export const automatonViews: readonly AutomatonView[] = [
  lifecycle,
  behaviour,
  copy,
  observed,
  orders,
  protocol,
];
