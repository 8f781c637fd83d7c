import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { undo } from '#ui/commands/undo';
import { useText } from '#ui/i18n/useText';
import { useSaving } from '#ui/store/savingStore';
import { useView, type Toast } from '#ui/store/viewStore';
import styles from './toast.module.css';

/** Long enough to read: a moment, and so much for every letter; where there is something to press, to get there as well. */
const millisecondsFor = ({ text, tone, canUndo }: Toast): number => {
  const isUrgent = tone === 'warn' || tone === 'danger';
  const momentMs = canUndo === true ? 12_000 : isUrgent ? 5_000 : 2_500;
  return momentMs + text.length * 45;
};

/** The passing message at the foot of the page, read out when it comes. Pointing at it keeps it. */
export function ToastArea() {
  const t = useText();
  const toast = useView((view) => view.toast);
  const showToast = useView((view) => view.showToast);
  const trouble = useSaving((saving) => saving.trouble);
  const [isHeld, setHeld] = useState(false);
  const area = useRef<HTMLDivElement>(null);
  // What lies at the same place on a small screen makes room for it.
  useEffect(() => {
    const host = area.current;
    if (host === null) return undefined;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() =>
      style.setProperty('--toast-height', `${String(host.offsetHeight)}px`),
    );
    watch.observe(host);
    return () => {
      watch.disconnect();
      style.removeProperty('--toast-height');
    };
  }, []);
  useEffect(() => {
    if (trouble === null) return;
    useSaving.setState({ trouble: null });
    showToast({ text: t(`editor.saving.${trouble.reason}`), tone: 'warn' });
  }, [trouble, showToast, t]);
  useEffect(() => {
    if (toast === null || isHeld) return undefined;
    const timer = setTimeout(() => showToast(null), millisecondsFor(toast));
    return () => clearTimeout(timer);
  }, [toast, isHeld, showToast]);
  return (
    <div
      ref={area}
      className={styles['area']}
      data-testid="messages"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
    >
      <output>
        {toast !== null && (
          <div className={styles['toast']} data-tone={toast.tone}>
            <span>{toast.text}</span>
            {toast.canUndo === true && (
              <button
                type="button"
                className={styles['undo']}
                onClick={() => {
                  setHeld(false);
                  void undo.perform();
                }}
              >
                {t('editor.toast.undo')}
              </button>
            )}
            <button
              type="button"
              className={styles['close']}
              aria-label={t('editor.toast.close')}
              onClick={() => {
                setHeld(false);
                showToast(null);
              }}
            >
              <X size={14} aria-hidden />
            </button>
          </div>
        )}
      </output>
    </div>
  );
}
