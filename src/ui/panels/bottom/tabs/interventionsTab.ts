import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';
import { InterventionCount } from '../InterventionCount';

/** What a person did while it ran. */
export const interventionsTab: BottomTab = {
  id: 'interventions',
  title: 'player.tab.interventions',
  Content: late(async () => (await import('../Interventions')).Interventions),
  Count: InterventionCount,
};
