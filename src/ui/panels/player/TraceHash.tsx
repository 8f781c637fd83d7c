import { useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { useCalmStep } from '#ui/store/useCalmStep';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { useView } from '#ui/store/viewStore';
import styles from './statusBar.module.css';

/** What two equal runs have in common at the playhead: short to look at, whole to copy. */
export function TraceHash() {
  const t = useText();
  const step = useCalmStep();
  const isLoaded = useRun((state) => state.generation > 0);
  const { value: hash, isCurrent } = useRunAnswer('hashAt', isLoaded ? [{ step }] : null);
  if (hash === null) return null;

  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text);
      useView.getState().showToast({ text: t('player.copied'), tone: 'success' });
    } catch {
      useView.getState().showToast({ text: t('player.copyFailed'), tone: 'warn' });
    }
  }

  return (
    <button
      type="button"
      className={styles['hash']}
      title={t('player.traceHashTitle', { hash })}
      aria-label={t('player.copyHash', { hash: hash.slice(0, 8) })}
      data-testid="trace-hash"
      data-hash={hash}
      data-step={isCurrent ? step : ''}
      onClick={() => void copy(hash)}
    >
      {t('player.traceHash', { hash: hash.slice(0, 8) })}
    </button>
  );
}
