import { Popover } from '@base-ui/react/popover';
import { ZoomIn } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import controls from '../inspector/control.module.css';
import type { Mark } from './Mark';
import { MarkItems } from './MarkItems';
import styles from './markRow.module.css';

interface Props {
  readonly title: string;
  readonly marks: readonly Mark[];
  /** Where the handle was that they share; it may be gone once one of them was moved. */
  readonly at: DOMRect;
  /** Null where nothing would come of it, as they stand at the very same time. */
  readonly onZoom: (() => void) | null;
  readonly onClose: () => void;
  /** What takes the focus when it is closed. */
  readonly focusAfter: () => HTMLElement | null;
}

/** Marks that share one handle, one by one. It stays open when what is done to them takes them apart. */
export function ClusterPopup({ title, marks, at, onZoom, onClose, focusAfter }: Props) {
  const t = useText();
  return (
    <Popover.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Popover.Portal>
        <Popover.Positioner
          className={styles['positioner']}
          sideOffset={8}
          anchor={{ getBoundingClientRect: () => at }}
        >
          <Popover.Popup className={styles['popup']} data-wide aria-label={title} finalFocus={focusAfter}>
            <div className={styles['popupHead']}>
              <strong>{title}</strong>
              {onZoom !== null && (
                <button type="button" className={controls['small']} onClick={onZoom}>
                  <ZoomIn size={13} aria-hidden /> {t('hand.clusterZoom')}
                </button>
              )}
            </div>
            <MarkItems marks={marks} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
