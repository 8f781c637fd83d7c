import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** The figures of the run. */
export const metricsTab: BottomTab = {
  id: 'metrics',
  title: 'player.tab.metrics',
  Content: late(
    async () => (await withTexts('measuring', import('../../metrics/MetricsPanel'))).MetricsPanel,
  ),
};
