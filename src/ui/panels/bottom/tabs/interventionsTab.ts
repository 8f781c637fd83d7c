import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';
import { InterventionCount } from '../InterventionCount';

/** What a person did while it ran, what is scheduled, and what can be made to go wrong. */
export const interventionsTab: BottomTab = {
  id: 'interventions',
  title: 'player.tab.interventions',
  Content: late(
    async () => (await withTexts('hand', import('../../interventions/InterventionsTab'))).InterventionsTab,
  ),
  Count: InterventionCount,
};
