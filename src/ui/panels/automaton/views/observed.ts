import { kindById } from '#kinds/index';
import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { AutomatonView } from './AutomatonView';

/** What comes after what on a bus, in the run or in a log. */
export const observed: AutomatonView = {
  id: 'observed',
  title: 'automaton.view.observed',
  appliesTo: ({ kind, settings }) => kindById.get(kind)?.facts(settings).role === 'bus',
  Body: late(
    async () => (await withTexts('observing', import('#ui/panels/observed/ObservedView'))).ObservedView,
  ),
};
