import { late } from '#ui/look/late';
import type { BottomTab } from '../BottomTab';

/** Who sent what to whom. */
export const sequenceTab: BottomTab = {
  id: 'sequence',
  title: 'why.tab.sequence',
  Content: late(async () => (await import('../../sequence/SequenceTab')).SequenceTab),
};
