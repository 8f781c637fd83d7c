import { useCallback, useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { FaceProps } from '#ui/look/FaceProps';
import { Pill } from '#ui/look/FaceParts';
import { formatCount } from '#ui/look/format';
import { DownIcon, HourglassIcon, LockIcon, PausedIcon, RetryIcon } from '#ui/look/icons';
import { LiveDuration } from '#ui/look/LiveDuration';
import { ProgressBar } from '#ui/look/ProgressBar';
import { RetryRing } from '#ui/look/RetryRing';
import { signOf, withSigns } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import styles from './HandlerFace.module.css';
import type { HandlerView, WorkerView } from './HandlerView';

interface HandlerWorkProps {
  readonly view: HandlerView;
  readonly frame: NonNullable<FaceProps['frame']>;
  readonly eventTypes: FaceProps['eventTypes'];
}

/** How long after a failure the face still speaks of it, in virtual time, while nothing else is to be told. */
const failureShownUs = 1_000_000;

/** The middle of a handler's face: what the longest busy worker does, and who waits behind it. */
export function HandlerWork({ view, frame, eventTypes }: HandlerWorkProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const sayPaused = useCallback((time: string) => t('canvas.pausedFor', { time }), [t]);
  const sayDown = useCallback((time: string) => t('canvas.downFor', { time }), [t]);
  const sayOpen = useCallback((time: string) => t('canvas.circuitOpenFor', { time }), [t]);
  const sayThrottled = useCallback((time: string) => t('canvas.throttledFor', { time }), [t]);
  const sayGathering = useCallback(
    (time: string) => t('canvas.gathers', { n: view.inboxCount + view.doorCount, time }),
    [t, view.inboxCount, view.doorCount],
  );
  if (frame.lifecycle === 'down') {
    return (
      <Pill tone="danger" icon={<DownIcon size={15} />}>
        <LiveDuration fromUs={frame.sinceUs} language={language} say={sayDown} />
      </Pill>
    );
  }
  if (frame.lifecycle === 'paused') {
    return (
      <Pill tone="warn" icon={<PausedIcon size={15} />}>
        <LiveDuration fromUs={frame.sinceUs} language={language} say={sayPaused} />
      </Pill>
    );
  }
  if (frame.lifecycle === 'open') {
    return (
      <>
        <Pill tone="danger" icon={<LockIcon size={15} />}>
          <LiveDuration fromUs={frame.sinceUs} language={language} say={sayOpen} />
        </Pill>
        <Waiting view={view} eventTypes={eventTypes} />
      </>
    );
  }
  const first = view.working[0];
  const isHeldUp = frame.lifecycle === 'throttled' || frame.lifecycle === 'gathering';
  const sayHeldUp = frame.lifecycle === 'throttled' ? sayThrottled : sayGathering;
  return (
    <>
      {isHeldUp && (
        <Pill tone="warn" icon={<HourglassIcon size={15} />}>
          <LiveDuration fromUs={frame.sinceUs} language={language} say={sayHeldUp} />
        </Pill>
      )}
      {!isHeldUp && first === undefined && (
        <Aftermath view={view} eventTypes={eventTypes} sinceUs={frame.sinceUs} />
      )}
      {!isHeldUp && first !== undefined && <Work work={first} eventTypes={eventTypes} />}
      <Waiting view={view} eventTypes={eventTypes} />
    </>
  );
}

function Work({ work, eventTypes }: { readonly work: WorkerView } & Pick<HandlerWorkProps, 'eventTypes'>) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { token, items, phase, attempt, attempts, sinceUs, untilUs } = work;
  const sayRetry = useCallback(
    (time: string) => t('canvas.retryIn', { n: attempt - 1, total: attempts - 1, time }),
    [t, attempt, attempts],
  );
  const sayCall = useCallback(
    (time: string) => t('canvas.waitsForAnswer', { n: token.number, time }),
    [t, token.number],
  );
  const sayRead = useCallback(
    (time: string) => t('canvas.reads', { n: token.number, time }),
    [t, token.number],
  );
  switch (phase) {
    case 'backingOff':
      return (
        <span className={styles['retry']}>
          <RetryIcon size={14} />
          <span>
            <LiveDuration fromUs={untilUs ?? sinceUs} language={language} say={sayRetry} />
          </span>
          <RetryRing sinceUs={sinceUs} untilUs={untilUs} tone="danger" />
        </span>
      );
    case 'calling':
    case 'reading':
      return (
        <Pill tone="warn" icon={phase === 'calling' ? <LockIcon size={15} /> : <HourglassIcon size={15} />}>
          <LiveDuration fromUs={sinceUs} language={language} say={phase === 'calling' ? sayCall : sayRead} />
        </Pill>
      );
    case 'working':
      return (
        <ProgressBar
          sign={signOf(eventTypes, token.type)}
          label={items > 1 ? `#${token.number} +${items - 1}` : `#${token.number}`}
          sinceUs={sinceUs}
          untilUs={untilUs}
          isWaiting={false}
        />
      );
  }
}

/** An idle handler that just gave up still says so: the only trace of it left on the face. */
function Aftermath({
  view,
  eventTypes,
  sinceUs,
}: Pick<HandlerWorkProps, 'view' | 'eventTypes'> & { readonly sinceUs: number }) {
  const t = useText();
  const failure = view.lastFailure;
  if (failure === null || Math.abs(sinceUs - failure.atUs) > failureShownUs) return null;
  return (
    <span className={styles['failure']}>
      <TokenShape sign={signOf(eventTypes, failure.token.type)} size={18} isCrossed />
      <span>
        {failure.attempts > 1 ? t('canvas.gaveUp', { n: failure.attempts }) : t('canvas.gaveUpOnce')}
      </span>
    </span>
  );
}

const inboxShown = 3;

function Waiting({ view, eventTypes }: Pick<HandlerWorkProps, 'view' | 'eventTypes'>) {
  const t = useText();
  const language = useContext(LanguageContext);
  const queued = withSigns(view.inbox.length > 0 ? view.inbox : view.door, eventTypes).slice(0, inboxShown);
  const count = view.inboxCount + view.doorCount;
  if (count === 0) return null;
  return (
    <span className={styles['inbox']} data-queue="" data-tone={view.doorCount > 0 ? 'warn' : 'ink'}>
      {view.doorCount > 0 && <LockIcon size={12} />}
      {queued.map((token, place) => (
        // The same event can wait twice after a redelivery, so its place belongs to the key.
        <span key={`${token.number} ${place}`} className={styles['slot']} data-event={token.number}>
          <TokenShape sign={token.sign} size={12} />
        </span>
      ))}
      {count > queued.length && t('canvas.andMore', { n: formatCount(count - queued.length, language) })}
    </span>
  );
}
