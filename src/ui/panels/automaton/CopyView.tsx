import { useMemo } from 'react';
import { copyLifecycle } from '#kinds/bus/copyLifecycle';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { GraphView } from '#ui/panels/graph/GraphView';
import styles from './automaton.module.css';
import { lifecyclePicture, type AutomatonWords } from './lifecyclePicture';
import type { AutomatonViewProps } from './views/AutomatonView';

/** What can become of one copy of an event on a bus. */
export function CopyView({ node }: AutomatonViewProps) {
  const t = useText();
  const picture = useMemo(() => {
    const words: AutomatonWords = {
      anyState: t('automaton.anyState'),
      state: (state) => named(`automaton.copyState.${state}`, state),
      letter: (letter) => named(`automaton.copyLetter.${letter}`, letter),
    };
    return lifecyclePicture(copyLifecycle, words, { current: null, last: null });

    function named(key: string, fallback: string): string {
      return hasText(key) ? t(key) : fallback;
    }
  }, [t]);
  return (
    <div className={styles['tab']}>
      <p className={styles['about']}>{t('automaton.copyAbout')}</p>
      <GraphView picture={picture} label={t('automaton.copyOf', { name: node.name })} />
    </div>
  );
}
