import { useMemo } from 'react';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import type { AutomatonWords } from './lifecyclePicture';

/** What states and letters are called in the language of the page. */
export function useAutomatonWords(): AutomatonWords {
  const t = useText();
  return useMemo(() => {
    const named = (key: string, fallback: string) => (hasText(key) ? t(key) : fallback);
    return {
      state: (state) => named(`kinds.state.${state}`, state),
      letter: (letter) => named(`automaton.letter.${letter}`, letter),
      anyState: t('automaton.anyState'),
    };
  }, [t]);
}
