import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

/** Everything that is worse than minor, a line each; in the whole page or in a part of it. Needs `bypassCSP`. */
export async function accessibilityFindings(page: Page, part = 'html'): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(part)
    // Marks of the dialog library that send the focus back as soon as they get it: nobody ever stands on them.
    .exclude('[data-base-ui-focus-guard]')
    .analyze();
  return violations
    .filter(({ impact }) => impact !== 'minor')
    .flatMap(({ id, impact, nodes }) =>
      nodes.map(({ target, failureSummary }) => {
        const [, why = ''] = (failureSummary ?? '').split('\n');
        return `${impact ?? ''} ${id}: ${target.join(' ')} – ${why.trim()}`;
      }),
    );
}
