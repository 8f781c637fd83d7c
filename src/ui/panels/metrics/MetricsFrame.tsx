import { useContext, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Maximize, Minus, Plus, Table2 } from 'lucide-react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import { useLanes } from '#ui/store/laneStore';
import { useMetrics } from '#ui/store/metricsStore';
import { moveLanesByKey, zoomLanes } from '../spacetime/moveLanes';
import styles from './metrics.module.css';
import { NumberExports, NumberTable, type NumberRows } from './NumberTable';
import { useMoments } from './useMoments';
import { useTimeRange } from './useTimeRange';
import { ViewChoice } from './ViewChoice';

interface Props {
  readonly controls: ReactNode;
  /** Whether virtual time goes from left to right in it. */
  readonly isZoomable: boolean;
  readonly isEmpty: boolean;
  /** What is drawn, in rows; asked for when it is wanted. */
  readonly numbers: () => NumberRows | null;
  /** Stays beside its own table. */
  readonly hasOwnTable?: boolean;
  readonly children: ReactNode;
}

/** What all views of the metrics have: choices above, and the drawing or its table. */
export function MetricsFrame({
  controls,
  isZoomable,
  isEmpty,
  numbers,
  hasOwnTable = false,
  children,
}: Props) {
  const t = useText();
  const element = useRef<HTMLDivElement>(null);
  const range = useTimeRange();
  const view = { fromUs: range.fromUs, spanUs: range.toUs - range.fromUs };
  const wantsTable = useMetrics((state) => state.isTable);
  const isTable = wantsTable && !hasOwnTable;
  const rows = isTable && !isEmpty ? numbers() : null;
  useMoments(element, range);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target instanceof HTMLSelectElement || !moveLanesByKey(event.key, view)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // The keys of timelines work wherever the focus is in here; the buttons do the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={element} className={styles['panel']} onKeyDown={isZoomable ? onKeyDown : undefined}>
      <div className={styles['bar']}>
        <ViewChoice />
        {controls}
        {isZoomable && <Zoom view={view} isWhole={range.isWhole} />}
        <span className={styles['end']}>
          {!hasOwnTable && (
            <button
              type="button"
              aria-pressed={isTable}
              onClick={() => useMetrics.setState({ isTable: !wantsTable })}
            >
              <Table2 size={14} aria-hidden /> {t('metrics.table')}
            </button>
          )}
          <NumberExports isEmpty={isEmpty} numbers={numbers} />
        </span>
      </div>
      {/* Higher than the panel: keys scroll it where it has the focus. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles['content']} tabIndex={0} aria-label={t('player.tab.metrics')}>
        {rows === null ? children : <NumberTable numbers={rows} />}
      </section>
    </div>
  );
}

interface ZoomProps {
  readonly view: { readonly fromUs: number; readonly spanUs: number };
  readonly isWhole: boolean;
}

/** The same stretch of time as in the timeline. */
function Zoom({ view, isWhole }: ZoomProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  return (
    <span className={styles['zoom']}>
      <button
        type="button"
        aria-label={t('player.zoomLanesOut')}
        title={t('player.zoomLanesOut')}
        disabled={isWhole}
        onClick={() => zoomLanes(view, 2)}
      >
        <Minus size={13} aria-hidden />
      </button>
      <span className={styles['seen']}>{formatDuration(view.spanUs, language)}</span>
      <button
        type="button"
        aria-label={t('player.zoomLanesIn')}
        title={t('player.zoomLanesIn')}
        onClick={() => zoomLanes(view, 0.5)}
      >
        <Plus size={13} aria-hidden />
      </button>
      <button
        type="button"
        aria-label={t('metrics.wholeRun')}
        title={t('metrics.wholeRun')}
        disabled={isWhole}
        onClick={() => useLanes.getState().setView(null)}
      >
        <Maximize size={13} aria-hidden />
      </button>
    </span>
  );
}
