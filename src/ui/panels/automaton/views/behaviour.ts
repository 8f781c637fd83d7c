import { chartSettingOf } from '#kinds/handler/readChart';
import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { AutomatonView } from './AutomatonView';

/** The statechart of a handler, and where its instances are. */
export const behaviour: AutomatonView = {
  id: 'behaviour',
  title: 'automaton.view.behaviour',
  appliesTo: ({ settings }) => chartSettingOf(settings) !== null,
  Body: late(async () => (await withTexts('charts', import('../../statechart/BehaviourView'))).BehaviourView),
};
