import type { BottomTab } from '../BottomTab';
import { compareTab } from './compareTab';
import { exploreTab } from './exploreTab';
import { followTab } from './followTab';
import { interventionsTab } from './interventionsTab';
import { lintTab } from './lintTab';
import { logTab } from './logTab';
import { metricsTab } from './metricsTab';
import { nextTab } from './nextTab';
import { predictTab } from './predictTab';
import { sequenceTab } from './sequenceTab';
import { stopsTab } from './stopsTab';
import { timelineTab } from './timelineTab';

/** The tabs of the panel below the canvas, in order; the first one stands in for one that is not here. */
export const bottomTabs: readonly [BottomTab, ...BottomTab[]] = [
  timelineTab,
  followTab,
  logTab,
  sequenceTab,
  metricsTab,
  nextTab,
  interventionsTab,
  compareTab,
  stopsTab,
  lintTab,
  predictTab,
  exploreTab,
];
