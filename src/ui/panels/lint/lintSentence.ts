import type { Finding, FoundRemedy } from '#engine/analysis/lint/judgeFlow';
import { hasText, type Language } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';

/** What is wrong, in the language of the page: the engine itself says it in English. */
export function findingSentence(
  t: Translate,
  language: Language,
  { code, values, message }: Finding,
): string {
  const key = `lint.rule.${code}`;
  return language !== 'en' && hasText(key) ? t(key, values) : message;
}

/** What to do about it. */
export function remedySentence(
  t: Translate,
  language: Language,
  { id, values, message }: FoundRemedy,
): string {
  const key = `lint.remedy.${id}`;
  return language !== 'en' && hasText(key) ? t(key, values) : message;
}
