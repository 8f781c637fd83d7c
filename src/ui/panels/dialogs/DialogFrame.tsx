import { Dialog } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import { useFocusAfter } from '#ui/store/useFocusAfter';
import { useView } from '#ui/store/viewStore';
import styles from './dialog.module.css';
import { forgetSubject } from './dialogSubject';

interface Props {
  readonly title: string;
  readonly about?: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

/** What the keyboard can work with; a hidden file input is none of it. */
const control =
  'button:not(:disabled), input:not([hidden], :disabled), select, textarea, a[href], [tabindex="0"]';

/** What every dialog of the page shares: a title, a way out, the keyboard kept inside and given back. */
export function DialogFrame({ title, about, isWide = false, children }: Props) {
  const t = useText();
  const content = useRef<HTMLDivElement>(null);
  const focusAfter = useFocusAfter();
  const close = () => {
    useView.getState().closeDialog();
    forgetSubject();
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup
          className={styles['popup']}
          data-wide={isWide || undefined}
          // What the dialog is for comes before the way out of it.
          initialFocus={() => content.current?.querySelector<HTMLElement>(control) ?? true}
          finalFocus={focusAfter}
        >
          <header className={styles['head']}>
            <Dialog.Title className={styles['title']}>{title}</Dialog.Title>
            <Dialog.Close className={styles['close']} aria-label={t('shell.close')}>
              <X size={16} aria-hidden />
            </Dialog.Close>
          </header>
          <div ref={content} className={styles['content']}>
            {about !== undefined && (
              <Dialog.Description className={styles['about']}>{about}</Dialog.Description>
            )}
            {children}
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
