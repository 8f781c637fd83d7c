import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** What the flow comes to in the long run, by theory beside runs. */
export const predictTab: BottomTab = {
  id: 'predict',
  title: 'player.tab.predict',
  Content: late(async () => (await withTexts('predicting', import('../../predict/PredictTab'))).PredictTab),
};
