import { useContext } from 'react';
import type { Protocol } from '#engine/model/FlowDoc';
import { useFailureText } from '#ui/i18n/useFailureText';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { protocolStopId, stopsItself } from '#ui/store/activeStops';
import { useDocument } from '#ui/store/documentStore';
import { goToStep } from '#ui/store/goToStep';
import { useStops, type Breakpoint } from '#ui/store/stopStore';
import { changeProtocol } from '../protocol/editProtocols';
import { endGesture } from '../inspector/changeSetting';
import styles from './stops.module.css';
import { ruleText } from './stopWords';

/** One breakpoint: on or off, what it is, from the how many-th time on, and what went wrong with it. */
export function StopRow({ breakpoint }: { readonly breakpoint: Breakpoint }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const doc = useDocument((state) => state.doc);
  const change = useStops((state) => state.change);
  const remove = useStops((state) => state.remove);
  const { id, rule, isOn, nth } = breakpoint;
  const count = (n: number) => formatCount(n, language);
  const known = ruleText(rule, doc, t, count);
  const what = known ?? t('stopping.gone');
  const isHit = useIsHit(id);
  return (
    <li className={styles['row']} data-off={!isOn || undefined} data-hit={isHit || undefined}>
      <label className={styles['turn']}>
        <input
          type="checkbox"
          aria-label={t('stopping.turn', { what })}
          checked={isOn}
          onChange={({ target }) => change(id, { isOn: target.checked })}
        />
        <span data-mono={rule.on === 'condition' || undefined} className={styles['what']}>
          {what}
        </span>
      </label>
      <label className={styles['nth']}>
        {t('stopping.nthShort')}
        <input
          type="number"
          min={1}
          max={1_000_000}
          aria-label={t('stopping.nthOf', { what })}
          value={nth}
          onChange={({ target }) => {
            const next = target.valueAsNumber;
            if (Number.isSafeInteger(next) && next >= 1) change(id, { nth: next });
          }}
        />
      </label>
      <button
        type="button"
        className={styles['button']}
        aria-label={t('stopping.remove', { what })}
        onClick={() => remove(id)}
      >
        {t('stopping.removeShort')}
      </button>
      <Failure id={id} />
    </li>
  );
}

/** Whether this is why the run stands where it stands. */
function useIsHit(id: string): boolean {
  return useStops(({ told }) => told?.what === 'stopped' && told.hits.some(({ stop }) => stop === id));
}

function Failure({ id }: { readonly id: string }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const failure = useStops(({ failures }) => failures.find(({ stop }) => stop === id));
  const error = useFailureText(failure?.error ?? '');
  if (failure === undefined) return null;
  const { count, step } = failure;
  return (
    <span className={styles['failure']} role="alert">
      {t('stopping.failures', { n: formatCount(count, language), step: formatCount(step, language), error })}{' '}
      <button type="button" className={styles['link']} onClick={() => goToStep(step)}>
        {t('stopping.goTo', { step })}
      </button>
    </span>
  );
}

/** A protocol that only watches may have the run stop where it is broken: its own setting, in the same list. */
export function ProtocolStopRow({ protocol }: { readonly protocol: Protocol }) {
  const t = useText();
  const what = t('stopping.rule.protocol', { protocol: protocol.name });
  const isOn = stopsItself(protocol);
  const isHit = useIsHit(protocolStopId(protocol.id));
  return (
    <li className={styles['row']} data-off={!isOn || undefined} data-hit={isHit || undefined}>
      <label className={styles['turn']}>
        <input
          type="checkbox"
          aria-label={t('stopping.turn', { what })}
          checked={isOn}
          onChange={({ target }) => {
            changeProtocol(protocol, { pauseOnViolation: target.checked });
            endGesture();
          }}
        />
        <span className={styles['what']}>{what}</span>
      </label>
      <span className={styles['note']}>{t('stopping.ofProtocol')}</span>
    </li>
  );
}
