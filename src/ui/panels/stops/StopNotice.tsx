import { Octagon, X } from 'lucide-react';
import { useContext } from 'react';
import { continueRun } from '#ui/commands/continueRun';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { stopLooking } from '#ui/store/runToStop';
import { useStops, type Stopped, type Told } from '#ui/store/stopStore';
import { placeOfStop, showStop } from './showStop';
import styles from './stopNotice.module.css';
import { placeText } from './stopWords';
import { useStoppedText } from './useStoppedText';

/** Says over the canvas why the run stopped, or how far the next stop has been looked for. */
export function StopNotice() {
  const t = useText();
  const told = useStops((state) => state.told);
  const text = useStoppedText();
  if (told?.what === 'looking') return <Looking told={told} />;
  if (text === '') return null;
  return (
    <section className={styles['notice']} aria-label={t('stops.notice')}>
      <Octagon size={15} aria-hidden className={styles['sign']} />
      <span className={styles['text']} data-testid="stopped">
        {text}
      </span>
      {told?.what === 'stopped' && <ShowButton stopped={told} />}
      <button
        type="button"
        className={styles['button']}
        aria-keyshortcuts="F8"
        title={t('player.withKey', { label: t('editor.cmd.continueRun'), key: 'F8' })}
        onClick={() => void continueRun.perform()}
      >
        {t('stops.continue')}
      </button>
      <button
        type="button"
        className={styles['close']}
        aria-label={t('stops.dismiss')}
        title={t('stops.dismiss')}
        onClick={() => useStops.setState({ told: null })}
      >
        <X size={14} aria-hidden />
      </button>
    </section>
  );
}

/** The way to what the run stopped for. */
function ShowButton({ stopped }: { readonly stopped: Stopped }) {
  const t = useText();
  const ran = useRun((state) => state.doc);
  const doc = useDocument((state) => state.doc);
  const place = placeOfStop(stopped, ran, doc);
  if (place === null) return null;
  const label = placeText(place, doc, t);
  return (
    <button
      type="button"
      className={styles['button']}
      aria-label={label}
      title={label}
      onClick={() => showStop(place)}
    >
      {t('stops.show')}
    </button>
  );
}

function Looking({ told }: { readonly told: Extract<Told, { readonly what: 'looking' }> }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const n = formatCount(told.knownStep, language);
  return (
    <section className={styles['notice']} aria-label={t('stops.notice')}>
      <span className={styles['text']} data-testid="looking-for-stop">
        {t(told.direction === 'next' ? 'stops.looking' : 'stops.lookingBack', { n })}
      </span>
      <button type="button" className={styles['button']} onClick={stopLooking}>
        {t('stops.cancel')}
      </button>
    </section>
  );
}
