import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** Every step as a sentence. */
export const logTab: BottomTab = {
  id: 'log',
  title: 'player.tab.log',
  Content: late(async () => (await import('../../log/EventLog')).EventLog),
};
