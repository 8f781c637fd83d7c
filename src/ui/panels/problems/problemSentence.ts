import type { Problem } from '#engine/model/Problem';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';

/** The sentence in the language of the page; that of the problem itself where the catalogue has none for the code. */
export function problemSentence(t: Translate, { code, sentence, values }: Problem): string {
  const key = `problems.${code}`;
  return hasText(key) ? t(key, values) : (sentence ?? code);
}
