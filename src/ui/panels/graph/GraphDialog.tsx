import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import styles from './graphDialog.module.css';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog over nearly the whole page, for a graph that needs the room. */
export function GraphDialog({ title, onClose, children }: Props) {
  const t = useText();
  const content = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup
          className={styles['popup']}
          // What the dialog is for comes before the way out of it.
          initialFocus={() => content.current?.querySelector<HTMLElement>('[role="application"]') ?? true}
        >
          <header className={styles['head']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            <Dialog.Close className={styles['close']} aria-label={t('shell.close')}>
              <X size={16} aria-hidden />
            </Dialog.Close>
          </header>
          <div ref={content} className={styles['content']}>
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
