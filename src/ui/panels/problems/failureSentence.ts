import type { Translate } from '#ui/i18n/useText';

/** What browsers say when they cannot give more memory, in Chromium, Firefox and WebKit. */
const memory = /out of memory|allocation|invalid (string|array|typed array|map|set) |(map|set) maximum size/i;

/**
 * Why a worker gave no answer, in the language of the page. What cannot be told apart further is a bug of the program,
 * and is said in its own words, so that a person can report them.
 */
export function failureSentence(t: Translate, failure: string): string {
  if (failure === 'The worker failed to start.') return t('player.failure.start');
  if (memory.test(failure)) return t('player.failure.memory');
  return t('player.failure.bug', { detail: failure.replace(/^Uncaught /, '').replace(/[.。]$/, '') });
}
