import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';

/** The editor of a statechart, fetched with its texts when the first one is shown. */
export const ChartControl = late(
  async () => (await withTexts('charts', import('./ChartEditor'))).ChartEditor,
);
