import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** Whether something holds in every order of the steps. */
export const exploreTab: BottomTab = {
  id: 'explore',
  title: 'player.tab.explore',
  Content: late(async () => (await withTexts('checking', import('../../explore/ExploreTab'))).ExploreTab),
};
