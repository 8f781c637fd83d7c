import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';

/** The text `fields.<path>`; a path without a text is shown as it is, so that nothing is ever nameless. */
export function fieldText(t: Translate, path: string): string {
  const key = `fields.${path}`;
  return hasText(key) ? t(key) : (path.split('.').at(-1) ?? path);
}

/** The explanation of a field, or null. */
export function fieldHelp(t: Translate, path: string): string | null {
  const key = `fields.${path}.help`;
  return hasText(key) ? t(key) : null;
}
