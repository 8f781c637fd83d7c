import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** The run over virtual time, a lane a node. */
export const timelineTab: BottomTab = {
  id: 'timeline',
  title: 'player.tab.timeline',
  Content: late(async () => (await import('../../spacetime/Timeline')).Timeline),
};
