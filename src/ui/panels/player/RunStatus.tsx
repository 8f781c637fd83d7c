import { CircleAlert, TriangleAlert } from 'lucide-react';
import { useContext } from 'react';
import { hasText } from '#ui/i18n/catalogue';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import { endOfRun } from '#ui/store/endOfRun';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { failureSentence } from '../problems/failureSentence';
import { ComputeOn, Computing, useIsLong } from './Computing';
import styles from './statusBar.module.css';
import { unmetText } from './unmetText';

/** How the run ends, or why there is none. */
export function RunStatus() {
  const t = useText();
  const error = useRun((state) => state.error);
  const text = useStatusText();
  const status = useRun((state) => state.summary?.status);
  const isLong = useIsLong();
  const isNothing = useRun((state) => state.summary?.status === 'ended' && state.summary.steps === 0);
  if (error !== null) {
    return (
      <span role="alert" className={styles['danger']}>
        <CircleAlert size={13} aria-hidden /> {t('player.runError', { error: failureSentence(t, error) })}
      </span>
    );
  }
  if (isLong) return <Computing />;
  const isBad = status === 'stuck' || status === 'limit';
  return (
    <span className={isBad ? styles['warn'] : undefined} data-testid="run-status" data-status={status}>
      {isBad && <TriangleAlert size={13} aria-hidden />} {isNothing ? t('player.status.nothing') : text}
      <ComputeOn />
    </span>
  );
}

/** The end of the run as a sentence. */
export function useStatusText(): string {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const summary = useRun((state) => state.summary);
  const endUs = useRun((state) => endOfRun(state)?.timeUs ?? state.summary?.timeUs ?? 0);
  if (summary === null) return '';
  const limit = `player.limit.${summary.limit}`;
  const time = formatDuration(endUs, language);
  const waiting = unmetText(summary.unmet, 'waiting', t, language);
  const violated = unmetText(summary.unmet, 'violated', t, language);
  const isUnfinished = summary.status === 'stuck' && !summary.isBlocked;
  const status = isUnfinished
    ? t('player.status.unfinished', { time })
    : t(`player.status.${summary.status}`, {
        time,
        nodes: summary.waiting.map(words.node).join(', '),
        limit: hasText(limit) ? t(limit) : '',
      });
  return [
    status,
    waiting === '' ? '' : ` · ${t('player.unmet.waiting', { keys: waiting })}`,
    violated === '' ? '' : ` · ${t('player.unmet.violated', { keys: violated })}`,
  ].join('');
}
