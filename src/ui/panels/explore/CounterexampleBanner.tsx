import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { entryOf } from '#ui/store/foldWindow';
import { useExplore } from '#ui/store/exploreStore';
import { focusPlaceOf } from '#ui/store/passFocusOn';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useCalmStep } from '#ui/store/useCalmStep';
import { useFlowWords } from '#ui/store/useFlowWords';
import { sentenceOf } from '../log/sentenceOf';
import styles from './counterexampleBanner.module.css';

/** Says over the canvas which step of a run that breaks a rule is shown, and how far the flow can still follow it. */
export function CounterexampleBanner() {
  const t = useText();
  const interventions = useDocument((state) => state.doc.interventions);
  const [dismissed, setDismissed] = useState<unknown>(null);
  const text = useBannerText(interventions.length);
  if (dismissed === interventions) return null;
  return (
    <section className={styles['banner']} data-banner aria-label={t('exploring.banner')}>
      <span className={styles['tag']}>{t('exploring.bannerTag')}</span>
      <span className={styles['text']} data-testid="counterexample">
        {text}
      </span>
      <button
        type="button"
        className={styles['replay']}
        onClick={() => {
          useRun.getState().reset();
          useRun.getState().play();
        }}
      >
        {t('exploring.replay')}
      </button>
      <button
        type="button"
        className={styles['close']}
        aria-label={t('exploring.dismiss')}
        title={t('exploring.dismiss')}
        onClick={(event) => {
          focusPlaceOf(event.currentTarget.closest('section')?.parentElement ?? null);
          setDismissed(interventions);
        }}
      >
        <X size={14} aria-hidden />
      </button>
    </section>
  );
}

function useBannerText(n: number): string {
  const t = useText();
  const words = useFlowWords();
  // The same number as the player says, also while it runs.
  const step = useCalmStep();
  const entry = useRun((state) => (state.window === null ? undefined : entryOf(state.window, step)));
  const isStuck = useRun((state) => state.isComplete && state.summary?.status === 'stuck');
  const possible = usePossibleSteps(n);
  const doc = useDocument((state) => state.doc);
  const loop = useExplore(({ shown, result }) =>
    shown === doc ? (result?.counterexample?.loop ?? null) : null,
  );
  if (possible !== null && possible < n) return t('exploring.bannerGone', { step: possible, n });
  const round = loop === null ? null : { from: loop.from, to: loop.from + loop.length - 1 };
  if (step > n || (step === n && isStuck && entry === undefined)) {
    if (isStuck) return t('exploring.bannerStuck', { n });
    return round === null
      ? t('exploring.bannerAfter', { n })
      : t('exploring.bannerAfterRound', { n, ...round });
  }
  const at =
    round === null || step < round.from
      ? t('exploring.bannerStep', { step, n })
      : t('exploring.bannerRound', { step, n, ...round });
  return entry === undefined ? at : `${at} · ${sentenceOf(entry, words, t)}`;
}

/** How many of the steps the flow still makes as they were found; null while that is not known. */
function usePossibleSteps(n: number): number | null {
  const doc = useRun((state) => state.doc);
  const known = useRun((state) => (state.isComplete ? n + 1 : (state.summary?.steps ?? 0)));
  const isKnown = known > n;
  const [found, setFound] = useState<{ readonly doc: unknown; readonly steps: number } | null>(null);
  useEffect(() => {
    let isMounted = true;
    const ask = async (): Promise<void> => {
      const entries = await useRun.getState().ask('entries', { from: 1, count: n });
      const first = entries.findIndex(
        ({ intervention }, index) => intervention !== doc.interventions[index]?.id,
      );
      if (isMounted) setFound({ doc, steps: first < 0 ? entries.length : first });
    };
    if (isKnown) ask().catch(() => undefined);
    return () => {
      isMounted = false;
    };
  }, [doc, isKnown, n]);
  return found?.doc === doc ? found.steps : null;
}
