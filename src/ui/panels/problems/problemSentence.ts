import type { Problem } from '#engine/model/Problem';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';

/** The sentence in the language of the page; in English where the catalogue has none for the code. */
export function problemSentence(t: Translate, { code, message, values }: Problem): string {
  const key = `problems.${code}`;
  return hasText(key) ? t(key, values) : message;
}
