import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** The run beside another one. */
export const compareTab: BottomTab = {
  id: 'compare',
  title: 'player.tab.compare',
  Content: late(async () => (await withTexts('comparing', import('../../compare/CompareTab'))).CompareTab),
};
