import { useText } from '#ui/i18n/useText';
import { capsOf, isApple } from '#ui/commands/shortcuts';
import styles from './keyCaps.module.css';

/** A shortcut as key caps. */
export function KeyCaps({ shortcut }: { readonly shortcut: string }) {
  const t = useText();
  const caps = capsOf(shortcut, isApple());
  return (
    <span className={styles['caps']}>
      {caps.map((cap) => (
        <kbd key={cap} className={styles['cap']}>
          {cap === 'Space' ? t('editor.key.space') : cap === 'Delete' ? t('editor.key.delete') : cap}
        </kbd>
      ))}
    </span>
  );
}
