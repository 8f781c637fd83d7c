import { kindById } from '#kinds/index';
import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { AutomatonView } from './AutomatonView';

/** Every order in which a bus can pass its events on, in any run. */
export const orders: AutomatonView = {
  id: 'orders',
  title: 'automaton.view.orders',
  appliesTo: ({ kind, settings }) => kindById.get(kind)?.facts(settings).role === 'bus',
  Body: late(async () => {
    const panel = withTexts('checking', import('#ui/panels/orders/OrdersView'));
    return (await withTexts('observing', panel)).OrdersView;
  }),
};
