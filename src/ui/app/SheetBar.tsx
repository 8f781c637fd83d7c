import { Activity, Plus, SlidersHorizontal } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import styles from './shell.module.css';

/** What covers the lower part of a small screen. */
export type Sheet = 'add' | 'inspector' | 'bottom';

const icons = { add: Plus, inspector: SlidersHorizontal, bottom: Activity } as const;

interface Props {
  readonly sheet: Sheet | null;
  readonly onShow: (sheet: Sheet | null) => void;
}

/** Opens and closes the sheets of a small screen. */
export function SheetBar({ sheet, onShow }: Props) {
  const t = useText();
  return (
    <nav className={styles['sheetBar']} aria-label={t('shell.panels')}>
      {(['add', 'inspector', 'bottom'] as const).map((id) => {
        const Icon = icons[id];
        return (
          <button
            key={id}
            type="button"
            aria-pressed={sheet === id}
            onClick={() => onShow(sheet === id ? null : id)}
          >
            <Icon size={18} aria-hidden />
            <span>{t(`shell.sheet.${id}`)}</span>
          </button>
        );
      })}
    </nav>
  );
}
