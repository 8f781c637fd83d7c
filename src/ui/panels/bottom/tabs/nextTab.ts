import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** What could happen next, to choose from. */
export const nextTab: BottomTab = {
  id: 'next',
  title: 'player.tab.next',
  Content: late(async () => (await import('../NextSteps')).NextSteps),
};
