import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import { StopCount } from '../../stops/StopCount';
import type { BottomTab } from '../BottomTab';

/** What the run stops at. */
export const stopsTab: BottomTab = {
  id: 'stops',
  title: 'stops.tab',
  Content: late(async () => (await withTexts('stopping', import('../../stops/StopsTab'))).StopsTab),
  Count: StopCount,
};
