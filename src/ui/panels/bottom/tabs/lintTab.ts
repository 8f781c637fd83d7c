import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import { LintCount } from '../../lint/LintCount';
import type { BottomTab } from '../BottomTab';

/** What experts would warn of in the flow. */
export const lintTab: BottomTab = {
  id: 'lint',
  title: 'player.tab.lint',
  Content: late(async () => (await withTexts('lint', import('../../lint/LintPanel'))).LintPanel),
  Count: LintCount,
};
