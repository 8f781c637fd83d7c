import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** What became of one event. */
export const followTab: BottomTab = {
  id: 'follow',
  title: 'why.tab.follow',
  Content: late(async () => (await import('../../follow/FollowTab')).FollowTab),
};
