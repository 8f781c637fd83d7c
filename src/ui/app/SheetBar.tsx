import { Activity, ListTree, Plus, SlidersHorizontal } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import styles from './shell.module.css';

const icons = { add: Plus, outline: ListTree, inspector: SlidersHorizontal, bottom: Activity } as const;

/** Opens and closes the sheets of a small screen. */
export function SheetBar() {
  const t = useText();
  const sheet = useView((state) => state.sheet);
  const showSheet = useView((state) => state.showSheet);
  return (
    <nav className={styles['sheetBar']} aria-label={t('shell.panels')}>
      {(['add', 'outline', 'inspector', 'bottom'] as const).map((id) => {
        const Icon = icons[id];
        return (
          <button
            key={id}
            type="button"
            aria-pressed={sheet === id}
            onClick={() => showSheet(sheet === id ? null : id)}
          >
            <Icon size={18} aria-hidden />
            <span>{t(`shell.sheet.${id}`)}</span>
          </button>
        );
      })}
    </nav>
  );
}
