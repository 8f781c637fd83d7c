import { useContext, useMemo, type ReactNode } from 'react';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { AutomatonStrip } from '#ui/look/AutomatonStrip';
import type { FaceProps, KindFace } from '#ui/look/FaceProps';
import { Card, FaceHeader, WorkerSlots, type Tone } from '#ui/look/FaceParts';
import { formatCount, formatDuration, formatPercent, type FormatLanguage } from '#ui/look/format';
import { BoltIcon, CylinderIcon, HandlerSign, ReadModelSign } from '#ui/look/icons';
import { serviceText } from '#ui/look/lawText';
import { ReducedFace } from '#ui/look/ReducedFace';
import { ChartPill } from './ChartPill';
import styles from './HandlerFace.module.css';
import type { HandlerSettings } from './handlerFields';
import { handlerLifecycle } from './handlerLifecycle';
import type { HandlerView } from './HandlerView';
import { HandlerWork } from './HandlerWork';

const width = 222;
const height = 104;

/** A handler: what it works on, how many at a time, and how that went. */
function HandlerFace(props: FaceProps) {
  const { node, frame, zoomLevel, isSelected, stateWord, eventTypes } = props;
  // The document was checked against this kind's fields, and the picture comes from this kind's own view.
  const settings = props.settings as unknown as HandlerSettings;
  const view = (frame?.view ?? null) as HandlerView | null;
  const language = useContext(LanguageContext);
  const t = useText();
  const total = settings.workers === 0 ? Infinity : settings.workers;
  const busy = view?.busy ?? 0;
  const tone = toneOf(frame?.lifecycle);
  const states = useMemo(() => shownStates(settings), [settings]);

  if (zoomLevel !== 'full') {
    return (
      <ReducedFace
        zoomLevel={zoomLevel}
        isSelected={isSelected}
        name={node.name}
        word={stateWord}
        figure={t('canvas.usedOf', { used: busy, total: formatCount(total, language) })}
        tone={tone}
        load={busy / (Number.isFinite(total) ? total : busy + 4)}
        icon={<Icon settings={props.settings} size={96} />}
      />
    );
  }
  return (
    <Card tone={tone} isSelected={isSelected} className={styles['card']}>
      <FaceHeader
        icon={settings.look === 'readModel' ? <CylinderIcon /> : <BoltIcon />}
        name={node.name}
        law={lawOf(settings, t, language)}
      >
        <WorkerSlots total={total} busy={busy} text={workersText(busy, total, t, language)} />
      </FaceHeader>
      <div className={styles['middle']}>
        {view !== null && frame !== null && <HandlerWork view={view} frame={frame} eventTypes={eventTypes} />}
        {view !== null && view.chart !== null && <ChartPill chart={view.chart} />}
      </div>
      {frame !== null && (
        <Foot>
          <AutomatonStrip
            states={states}
            accepting={handlerLifecycle.accepting}
            current={frame.lifecycle}
            word={stateWord}
            tone={tone}
          />
          <span className={styles['measure']}>
            {frame.p95Us === null
              ? view !== null &&
                view.done > 0 &&
                t('canvas.doneCount', { n: formatCount(view.done, language) })
              : t('canvas.p95', { time: formatDuration(frame.p95Us, language) })}
          </span>
        </Foot>
      )}
    </Card>
  );
}

function Foot({ children }: { readonly children: ReactNode }) {
  return <div className={styles['foot']}>{children}</div>;
}

const waiting: ReadonlySet<string> = new Set(['backingOff', 'paused', 'halfOpen', 'throttled', 'gathering']);

function toneOf(lifecycle: string | undefined): Tone {
  if (lifecycle === 'down' || lifecycle === 'open') return 'danger';
  return lifecycle !== undefined && waiting.has(lifecycle) ? 'warn' : 'ink';
}

/** States that these settings can reach, so that the strip has no dead dots. */
function shownStates(settings: HandlerSettings): readonly string[] {
  return handlerLifecycle.states.filter((state) => {
    if (state === 'backingOff') return settings.retries > 0;
    if (state === 'calling') return settings.actions.length > 0 || settings.behaviour === 'statechart';
    if (state === 'open' || state === 'halfOpen') return settings.breakerFailures > 0;
    if (state === 'gathering') return settings.batchSize > 1;
    if (state === 'throttled') return settings.ratePerSecond > 0 && settings.rateExcess === 'wait';
    return state !== 'paused' && state !== 'down';
  });
}

function lawOf(settings: HandlerSettings, t: Translate, language: FormatLanguage): string {
  const service = serviceText(settings.service, t, language);
  const mode = settings.mode === 'sync' ? 'canvas.modeSync' : 'canvas.modeAsync';
  const law = t(settings.look === 'readModel' ? 'canvas.readModel' : mode, { service });
  return settings.failureProbability === 0
    ? law
    : t('canvas.fails', { law, share: formatPercent(settings.failureProbability, language) });
}

function workersText(busy: number, total: number, t: Translate, language: FormatLanguage): string {
  return Number.isFinite(total)
    ? t('canvas.usedOf', { used: busy, total: formatCount(total, language) })
    : t('canvas.workersUnlimited', { used: busy });
}

function Icon({ settings, size = 36 }: { readonly settings: FaceProps['settings']; readonly size?: number }) {
  return settings['look'] === 'readModel' ? <ReadModelSign size={size} /> : <HandlerSign size={size} />;
}

/** How handlers look. */
export const handlerFace: KindFace = {
  Face: HandlerFace,
  Icon,
  size: () => ({ width, height }),
  spread: () => 24,
  figure: (settings, view) => ({
    // The picture comes from this kind's own view.
    used: (view as HandlerView | null)?.busy ?? 0,
    total: settings['workers'] === 0 ? null : Number(settings['workers']),
  }),
  holds: (untyped) => {
    // The picture comes from this kind's own view.
    const view = untyped as HandlerView | null;
    return { queued: (view?.inboxCount ?? 0) + (view?.doorCount ?? 0), working: view?.busy ?? 0 };
  },
  isCalling: (view) =>
    // The picture comes from this kind's own view.
    (view as HandlerView | null)?.working.some(({ phase }) => phase === 'calling' || phase === 'reading') ??
    false,
  isFrame: false,
  mapShape: () => 'box',
  presetOf: (settings) => (settings['look'] === 'readModel' ? 'handler.readModel' : 'handler.plain'),
};
