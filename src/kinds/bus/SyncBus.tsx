import { useCallback, useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { AutomatonStrip } from '#ui/look/AutomatonStrip';
import type { FaceProps } from '#ui/look/FaceProps';
import { Card, FaceHeader, Pill, type Tone } from '#ui/look/FaceParts';
import { formatCount } from '#ui/look/format';
import { LiveDuration } from '#ui/look/LiveDuration';
import { signOf } from '#ui/look/signOf';
import { TokenMark } from '#ui/look/TokenShape';
import styles from './BusFace.module.css';
import type { BusSettings } from './busFields';
import { busLifecycle } from './busPorts';
import type { BusView } from './BusView';
import { Interruption } from './Interruption';

interface SyncBusProps extends FaceProps {
  readonly bus: BusSettings;
  readonly view: BusView | null;
}

const states = ['idle', 'dispatching'];
const ringsAtMost = 6;

/** One thick rail; a call in progress sits on it as a token in a ring. */
export function SyncBus({ node, frame, view, bus, isSelected, stateWord, eventTypes }: SyncBusProps) {
  const t = useText();
  const calls = view?.openCalls.slice(0, ringsAtMost) ?? [];
  const tone: Tone = frame?.lifecycle === 'down' ? 'danger' : (view?.doorCount ?? 0) > 0 ? 'warn' : 'ink';
  return (
    <div className={styles['bus']}>
      <Card tone={tone} isSelected={isSelected} className={styles['syncCard']}>
        <FaceHeader
          name={node.name}
          law={t(bus.reading === 'inline' ? 'canvas.direct' : 'canvas.directBlocking')}
          isLarge
          aside={<OpenCalls count={view?.openCallCount ?? 0} />}
        />
        <div className={styles['foot']}>
          {frame !== null && (
            <AutomatonStrip
              states={
                states.includes(frame.lifecycle)
                  ? states
                  : [...states.slice(0, 1), frame.lifecycle, 'dispatching']
              }
              accepting={busLifecycle.accepting}
              current={frame.lifecycle}
              word={stateWord}
              tone={tone}
            />
          )}
          {frame !== null && <HeldCaller view={view} frame={frame} />}
        </div>
      </Card>
      <div className={styles['thickRail']} />
      <svg className={styles['rings']} aria-hidden="true" focusable="false">
        {calls.map((call, place) => (
          <g
            // Two callers can be held with the same event, so its place belongs to the key.
            key={`${call.token.number} ${place}`}
            transform={`translate(${156 + (place - (calls.length - 1) / 2) * 34} 60)`}
          >
            <circle r="13" className={styles['ring']} />
            <TokenMark sign={signOf(eventTypes, call.token.type)} x={0} y={0} radius={6.2} />
          </g>
        ))}
      </svg>
      {(view?.doorCount ?? 0) > 0 && <div className={styles['fullPort']} data-sync="true" />}
    </div>
  );
}

function OpenCalls({ count }: { readonly count: number }) {
  const t = useText();
  const language = useContext(LanguageContext);
  if (count === 0) return <Pill>{t('canvas.noCall')}</Pill>;
  return (
    <Pill>
      {count === 1 ? t('canvas.callOpen') : t('canvas.callsOpen', { n: formatCount(count, language) })}
    </Pill>
  );
}

function HeldCaller({
  view,
  frame,
}: Pick<SyncBusProps, 'view'> & { readonly frame: NonNullable<FaceProps['frame']> }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const sayOne = useCallback((time: string) => t('canvas.callerWaits', { time }), [t]);
  const held = (view?.openCallCount ?? 0) + (view?.doorCount ?? 0);
  const sayMany = useCallback(
    (time: string) => t('canvas.callersWait', { n: formatCount(held, language), time }),
    [t, held, language],
  );
  if (frame.lifecycle === 'paused' || frame.lifecycle === 'down') return <Interruption frame={frame} />;
  const sinceUs = view?.openCalls[0]?.sinceUs ?? view?.doorSinceUs ?? null;
  if (sinceUs === null) return null;
  return (
    <span className={styles['outcome']} data-tone="warn">
      <LiveDuration fromUs={sinceUs} language={language} say={held > 1 ? sayMany : sayOne} />
    </span>
  );
}
