import { useCallback, useContext, useMemo } from 'react';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { AutomatonStrip } from '#ui/look/AutomatonStrip';
import type { FaceProps, KindFace } from '#ui/look/FaceProps';
import { FaceHeader, Pill, type Tone } from '#ui/look/FaceParts';
import { formatCount, type FormatLanguage } from '#ui/look/format';
import { LockIcon, PausedIcon, PublisherSign, PublishIcon, RetryIcon } from '#ui/look/icons';
import { arrivalText } from '#ui/look/lawText';
import { LiveDuration } from '#ui/look/LiveDuration';
import { ReducedFace } from '#ui/look/ReducedFace';
import { TokenShape } from '#ui/look/TokenShape';
import styles from './PublisherFace.module.css';
import type { PublisherSettings } from './publisherFields';
import { publisherLifecycle } from './publisherPorts';
import type { PublisherView } from './PublisherView';

const width = 196;
const height = 98;
const outline =
  `M13 0H${width - 17}q5 0 7.6 4.4L${width - 1.5} ${height / 2 - 4}q2.400 4 0 8L${width - 9.4} ${height - 4.4}` +
  `Q${width - 12} ${height} ${width - 17} ${height}H13q-13 0-13-13V13q0-13 13-13z`;

/** A publisher: a pentagon that points to the flow. */
function PublisherFace(props: FaceProps) {
  const { node, frame, zoomLevel, isSelected, stateWord } = props;
  // The document was checked against this kind's fields, and the picture comes from this kind's own view.
  const settings = props.settings as unknown as PublisherSettings;
  const view = (frame?.view ?? null) as PublisherView | null;
  const language = useContext(LanguageContext);
  const t = useText();
  const isBlocked = frame?.lifecycle === 'blocked' || frame?.lifecycle === 'backingOff';
  const isPaused = frame?.lifecycle === 'paused';
  const tone: Tone = isBlocked ? 'warn' : 'ink';

  if (zoomLevel !== 'full') {
    return (
      <ReducedFace
        zoomLevel={zoomLevel}
        isSelected={isSelected}
        name={node.name}
        word={stateWord}
        figure={view === null ? '' : formatCount(view.emitted, language)}
        tone={tone}
        load={isBlocked ? 1 : 0}
        icon={<PublisherSign size={110} />}
      />
    );
  }
  return (
    <div className={styles['face']} data-selected={isSelected}>
      <svg className={styles['shape']} width={width} height={height} aria-hidden="true" focusable="false">
        <path d={outline} className={styles['outline']} />
      </svg>
      {(isBlocked || isPaused) && <div className={styles['hatch']} />}
      <div className={styles['content']}>
        <FaceHeader icon={<PublishIcon />} name={node.name} law={lawOf(settings, t, language)} />
        <div className={styles['lower']}>
          <LowerHalf {...props} view={view} />
          {!isBlocked && <Emitted publisher={settings} eventTypes={props.eventTypes} />}
        </div>
      </div>
    </div>
  );
}

interface LowerHalfProps extends FaceProps {
  readonly view: PublisherView | null;
}

function LowerHalf({ view, frame, stateWord }: LowerHalfProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const sayBlocked = useCallback((time: string) => t('canvas.blockedFor', { time }), [t]);
  const sayBackingOff = useCallback((time: string) => t('canvas.backingOffFor', { time }), [t]);
  const sayPaused = useCallback((time: string) => t('canvas.pausedFor', { time }), [t]);
  if (frame === null) return null;
  if (frame.lifecycle === 'blocked') {
    // With one caller the time is that of its call, which may have begun before the last back-off.
    const sinceUs = view?.calling?.count === 1 ? view.calling.sinceUs : frame.sinceUs;
    return (
      <>
        <Pill tone="warn" icon={<LockIcon size={15} />}>
          <LiveDuration fromUs={sinceUs} language={language} say={sayBlocked} />
        </Pill>
        <Waiting view={view} />
      </>
    );
  }
  if (frame.lifecycle === 'backingOff') {
    return (
      <>
        <Pill tone="warn" icon={<RetryIcon size={15} />}>
          <LiveDuration fromUs={frame.sinceUs} language={language} say={sayBackingOff} />
        </Pill>
        <Waiting view={view} />
      </>
    );
  }
  if (frame.lifecycle === 'paused') {
    return (
      <Pill tone="warn" icon={<PausedIcon size={15} />}>
        <LiveDuration fromUs={frame.sinceUs} language={language} say={sayPaused} />
      </Pill>
    );
  }
  return (
    <>
      <AutomatonStrip
        states={shownStates}
        accepting={publisherLifecycle.accepting}
        current={frame.lifecycle}
        word={stateWord}
      />
      <Waiting view={view} />
    </>
  );
}

/** The strip has room for the states that a publisher without refusals goes through. */
const shownStates = publisherLifecycle.states.filter((state) => state !== 'backingOff');

/** How many events wait for a free caller, and how many callers for their next attempt. */
function Waiting({ view }: Pick<LowerHalfProps, 'view'>) {
  const t = useText();
  const language = useContext(LanguageContext);
  if (view === null) return null;
  return (
    <>
      {view.retryingCount > 0 && (
        <span className={styles['note']} title={t('canvas.retrying', { n: view.retryingCount })}>
          <RetryIcon size={11} />
          {formatCount(view.retryingCount, language)}
        </span>
      )}
      {view.backlogCount > 0 && (
        <span className={styles['note']} title={t('canvas.backlog', { n: view.backlogCount })}>
          {t('canvas.andMore', { n: formatCount(view.backlogCount, language) })}
        </span>
      )}
    </>
  );
}

/** The signs of what it emits. */
function Emitted({
  publisher,
  eventTypes,
}: { readonly publisher: PublisherSettings } & Pick<FaceProps, 'eventTypes'>) {
  const ids = useMemo(() => emittedTypes(publisher), [publisher]);
  const types = ids === null ? eventTypes.slice(0, 1) : eventTypes.filter((type) => ids.has(type.id));
  return (
    <span className={styles['types']}>
      {types.slice(0, types.length > 3 ? 2 : 3).map((type) => (
        <TokenShape key={type.id} sign={type} size={15} />
      ))}
      {types.length > 3 && <b>+{types.length - 2}</b>}
    </span>
  );
}

/** The ids of the types that it can emit, or null for the first type of the flow. */
function emittedTypes(settings: PublisherSettings): ReadonlySet<string> | null {
  switch (settings.generation) {
    case 'script':
      return new Set(settings.script.map((entry) => entry.type));
    case 'log':
      return new Set(settings.log.events.map(([, type]) => type));
    case 'interval':
    case 'bursts':
    case 'onOff':
    case 'byHand': {
      const mix = settings.mix.filter((entry) => entry.weight > 0);
      return mix.length === 0 ? null : new Set(mix.map((entry) => entry.type));
    }
  }
}

function lawOf(settings: PublisherSettings, t: Translate, language: FormatLanguage): string {
  switch (settings.generation) {
    case 'interval':
      return arrivalText(settings.interval, t, language);
    case 'script':
      return t('canvas.script', { n: formatCount(settings.script.length, language) });
    case 'log':
      return t('canvas.log', { n: formatCount(settings.log.events.length, language) });
    case 'byHand':
      return t('canvas.byHand');
    case 'bursts':
      return t('canvas.bursts', {
        n: formatCount(settings.burstSize, language),
        every: arrivalText(settings.burstInterval, t, language),
      });
    case 'onOff':
      return t('canvas.onOff', { arrivals: arrivalText(settings.interval, t, language) });
  }
}

function Icon({ size = 36 }: { readonly size?: number }) {
  return <PublisherSign size={size} />;
}

/** How publishers look. */
export const publisherFace: KindFace = {
  Face: PublisherFace,
  Icon,
  size: () => ({ width, height }),
  portAt: () => ({ x: width, y: height / 2 }),
  spread: () => 0,
  figure: () => null,
  isCalling: (view, _wire, target) =>
    // The picture comes from this kind's own view.
    (view as PublisherView | null)?.calling?.targets.includes(target) ?? false,
  isFrame: false,
  mapShape: () => 'pentagon',
  presetOf: () => 'publisher.plain',
};
