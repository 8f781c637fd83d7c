import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import { PanelBoundary } from './PanelBoundary';
import styles from './shell.module.css';

interface Props {
  readonly part: 'inspector' | 'bottom';
  readonly isNarrow: boolean;
  readonly isShown: boolean;
  /** The line that resizes the panel; it stays when the panel is folded, to unfold it. */
  readonly splitter: ReactNode;
  readonly children: ReactNode;
}

/** A panel beside or below the canvas; on small screens a sheet over it. */
export function SidePanel({ part, isNarrow, isShown, splitter, children }: Props) {
  const t = useText();
  if (isNarrow && !isShown) return null;
  const name = t(`shell.${part}`);
  const Tag = part === 'inspector' ? 'aside' : 'section';
  return (
    <Tag className={styles[part]} aria-label={name} data-part={part}>
      {!isNarrow && splitter}
      {isNarrow && (
        <button
          type="button"
          className={styles['closeSheet']}
          aria-label={t('shell.close')}
          onClick={() => useView.getState().showSheet(null)}
        >
          <X size={16} aria-hidden />
        </button>
      )}
      {isShown && (
        <div className={styles['inside']}>
          <PanelBoundary name={name}>{children}</PanelBoundary>
        </div>
      )}
    </Tag>
  );
}
