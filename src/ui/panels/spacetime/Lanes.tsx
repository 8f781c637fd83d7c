import { useContext, useMemo, useState, type ReactNode } from 'react';
import { Minus, Plus } from 'lucide-react';
import { kindById } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { laneHeight } from './drawLanes';
import { LaneCanvas } from './LaneCanvas';
import { laneViewAt, ticksOf, usualSpan } from './laneView';
import { runSpan } from './runSpan';
import { TimeInput } from './TimeInput';
import styles from './timeline.module.css';

const mostZoom = 6;

/** What each node does around the playhead: a lane a node, time to the right. */
export function Lanes() {
  const t = useText();
  const language = useContext(LanguageContext);
  const doc = useRun((state) => state.doc);
  const [zoom, setZoom] = useState(0);
  const usual = useRun((state) => usualSpan(runSpan(state), state.summary?.steps ?? 0, state.speed));
  const spanUs = usual / 2 ** zoom;
  const fromUs = useRun((state) => laneViewAt(state.playhead.timeUs, spanUs, runSpan(state)).fromUs);
  const view = useMemo(() => ({ fromUs, spanUs }), [fromUs, spanUs]);
  const ticks = useMemo(() => ticksOf(view, 8), [view]);
  const nodes = useMemo(
    () => doc.nodes.flatMap(({ kind }, index) => (kindById.get(kind)?.runs === true ? [index] : [])),
    [doc],
  );
  const share = (timeUs: number) => `${((timeUs - fromUs) / spanUs) * 100}%`;

  return (
    <div className={styles['lanes']}>
      <div className={styles['axis']}>
        <span className={styles['zoom']}>
          <ZoomButton
            label={t('player.zoomLanesOut')}
            isOff={zoom <= -mostZoom}
            onClick={() => setZoom(zoom - 1)}
          >
            <Minus size={13} aria-hidden />
          </ZoomButton>
          <span>{formatDuration(spanUs, language)}</span>
          <ZoomButton
            label={t('player.zoomLanesIn')}
            isOff={zoom >= mostZoom}
            onClick={() => setZoom(zoom + 1)}
          >
            <Plus size={13} aria-hidden />
          </ZoomButton>
        </span>
        <div className={styles['ticks']} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ left: share(tick) }}>
              {tickText(tick, spanUs, language)}
            </span>
          ))}
          <LaneTime fromUs={fromUs} spanUs={spanUs} />
        </div>
      </div>
      <div className={styles['rows']}>
        <LaneNames nodes={nodes} />
        <div className={styles['field']} style={{ height: nodes.length * laneHeight }}>
          <LaneCanvas view={view} ticks={ticks} nodes={nodes} />
          <LaneHead fromUs={fromUs} spanUs={spanUs} />
          <TimeInput fromUs={fromUs} toUs={fromUs + spanUs} isMain={false} />
        </div>
      </div>
    </div>
  );
}

function LaneNames({ nodes }: { readonly nodes: readonly number[] }) {
  const words = useFlowWords();
  const doc = useRun((state) => state.doc);
  const selected = useView((state) => state.selection.nodes);
  return (
    <ul className={styles['names']}>
      {nodes.map((node) => {
        const id = doc.nodes[node]?.id ?? '';
        return (
          <li key={id} style={{ height: laneHeight }} data-selected={selected.includes(id) || undefined}>
            <button type="button" onClick={() => useView.getState().select({ nodes: [id] })}>
              {words.node(node)}
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** The playhead, and the pale future right of it. */
function LaneHead({ fromUs, spanUs }: { readonly fromUs: number; readonly spanUs: number }) {
  const left = `${useShare(fromUs, spanUs) * 100}%`;
  return (
    <>
      <span className={styles['future']} style={{ left }} />
      <span className={styles['laneHead']} style={{ left }} />
    </>
  );
}

/** The playhead's time, at the axis, where scrolling the lanes does not take it away. */
function LaneTime({ fromUs, spanUs }: { readonly fromUs: number; readonly spanUs: number }) {
  const language = useContext(LanguageContext);
  const share = useShare(fromUs, spanUs);
  const timeMs = useRun((state) => Math.floor(state.playhead.timeUs / 1000));
  return (
    <b
      className={styles['laneTime']}
      style={{ left: `${share * 100}%` }}
      data-left={share > 0.85 || undefined}
    >
      {formatClock(timeMs * 1000, language)}
    </b>
  );
}

/** Where on the page the playhead stands; finer than a pixel need not be rendered. */
function useShare(fromUs: number, spanUs: number): number {
  return useRun((state) => Math.round(((state.playhead.timeUs - fromUs) / spanUs) * 2000) / 2000);
}

interface ZoomProps {
  readonly label: string;
  readonly isOff: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function ZoomButton({ label, isOff, onClick, children }: ZoomProps) {
  return (
    <button type="button" aria-label={label} title={label} disabled={isOff} onClick={onClick}>
      {children}
    </button>
  );
}

/** As many decimals as tell neighbouring ticks apart. */
function tickText(us: number, spanUs: number, language: string): string {
  const decimals = Math.min(6, Math.max(0, Math.ceil(-Math.log10(spanUs / 1e7))));
  const format = new Intl.NumberFormat(language, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return `${format.format(us / 1e6)} s`;
}
