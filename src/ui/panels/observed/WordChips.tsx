import type { Word } from '#engine/automata/Automaton';
import { useText } from '#ui/i18n/useText';
import styles from './observed.module.css';

/** A word, letter by letter; the empty one in a sentence. */
export function WordChips({ word }: { readonly word: Word }) {
  const t = useText();
  if (word.length === 0) return <p>{t('observed.emptyWord')}</p>;
  return (
    <ol className={styles['word']}>
      {word.map((name, index) => (
        // A letter may come again: its place tells it apart.
        <li key={index}>{name}</li>
      ))}
    </ol>
  );
}
