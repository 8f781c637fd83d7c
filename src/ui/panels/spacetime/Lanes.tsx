import { useContext, useEffect, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { ChevronLeft, ChevronRight, Crosshair, Minus, Plus } from 'lucide-react';
import { kindById } from '#kinds/index';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatDuration } from '#ui/look/format';
import { withTexts } from '#ui/i18n/catalogue';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { useLanes, type LaneView } from '#ui/store/laneStore';
import { useShownRun } from '#ui/store/shownRun';
import { LaneCanvas } from './LaneCanvas';
import { laneHeight } from './LaneLook';
import { LaneNames } from './LaneNames';
import { laneOrder } from './laneOrder';
import { LaneTicks } from './LaneTicks';
import { ticksOf } from './laneView';
import { moveLanesByKey, stepLanes, zoomLanes } from './moveLanes';
import { TimeInput } from './TimeInput';
import styles from './timeline.module.css';
import { useAtPlayhead } from './useAtPlayhead';
import { useLaneView } from './useLaneView';

// Most flows have nothing of it, and the popup of a mark is not small.
const MarkRow = late(async () => (await withTexts('hand', import('../interventions/MarkRow'))).MarkRow);

interface Props {
  /** A moment to be marked with a line, and what it is called. */
  readonly markUs?: number | null;
  readonly markTitle?: string;
  /** Whether other lanes with the same view are beside these: they have the buttons. */
  readonly isSecond?: boolean;
}

/** What each node does around the playhead: a lane a node, in the order of the flow, time to the right. */
export function Lanes({ markUs = null, markTitle = '', isSecond = false }: Props) {
  const view = useLaneView();
  const { fromUs, spanUs } = view;
  const ticks = useMemo(() => ticksOf(view, 8), [view]);
  const nodes = useShownNodes();
  useForgetting();
  const share = (timeUs: number) => `${((timeUs - fromUs) / spanUs) * 100}%`;

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !moveLanesByKey(event.key, view)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    // The keys of timelines work wherever the focus is in here; the buttons do the same.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles['lanes']} onKeyDown={onKeyDown}>
      <div className={styles['axis']}>
        {isSecond ? <span /> : <Buttons view={view} />}
        <div className={styles['ticks']}>
          <LaneTicks ticks={ticks} view={view} />
          <TimeInput fromUs={fromUs} toUs={fromUs + spanUs} isMain={false} />
        </div>
      </div>
      {!isSecond && <MarkRow view={view} />}
      <div className={styles['rows']} data-scrolls>
        <LaneNames nodes={nodes} />
        <div className={styles['field']} style={{ height: nodes.length * laneHeight }}>
          <LaneCanvas view={view} ticks={ticks} nodes={nodes} />
          {isWithin(markUs, view) && (
            <span className={styles['mark']} style={{ left: share(markUs) }} title={markTitle} />
          )}
          <LaneHead fromUs={fromUs} spanUs={spanUs} />
        </div>
      </div>
    </div>
  );
}

function isWithin(us: number | null, { fromUs, spanUs }: LaneView): us is number {
  return us !== null && us >= fromUs && us <= fromUs + spanUs;
}

function useShownNodes(): readonly number[] {
  const doc = useShownRun((state) => state.doc);
  const hidden = useLanes((state) => state.hidden);
  return useMemo(
    () =>
      laneOrder(doc, (kind) => kindById.get(kind)?.runs === true).filter(
        (node) => !hidden.has(doc.nodes[node]?.id ?? ''),
      ),
    [doc, hidden],
  );
}

/** Another flow is looked at from its own playhead. */
function useForgetting(): void {
  useEffect(
    () =>
      useDocument.subscribe((now, before) => {
        if (now.id === before.id) return;
        useLanes.getState().setView(null);
        useLanes.getState().showAll();
      }),
    [],
  );
}

function Buttons({ view }: { readonly view: LaneView }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const isMoved = useLanes((state) => state.view !== null);
  return (
    <span className={styles['zoom']}>
      <LaneButton label={t('why.lanes.left')} onClick={() => stepLanes(view, -1)}>
        <ChevronLeft size={13} aria-hidden />
      </LaneButton>
      <LaneButton label={t('player.zoomLanesOut')} onClick={() => zoomLanes(view, 2)}>
        <Minus size={13} aria-hidden />
      </LaneButton>
      <span className={styles['seen']}>{formatDuration(view.spanUs, language)}</span>
      <LaneButton label={t('player.zoomLanesIn')} onClick={() => zoomLanes(view, 0.5)}>
        <Plus size={13} aria-hidden />
      </LaneButton>
      <LaneButton label={t('why.lanes.right')} onClick={() => stepLanes(view, 1)}>
        <ChevronRight size={13} aria-hidden />
      </LaneButton>
      {isMoved && (
        <LaneButton label={t('why.lanes.toPlayhead')} onClick={() => useLanes.getState().setView(null)}>
          <Crosshair size={13} aria-hidden />
        </LaneButton>
      )}
    </span>
  );
}

/** The playhead, and the pale future right of it. */
function LaneHead({ fromUs, spanUs }: { readonly fromUs: number; readonly spanUs: number }) {
  const future = useRef<HTMLSpanElement>(null);
  const head = useRef<HTMLSpanElement>(null);
  useAtPlayhead(
    [
      { ref: future, hides: false },
      { ref: head, hides: true },
    ],
    fromUs,
    spanUs,
  );
  return (
    <>
      <span ref={future} className={styles['laneFuture']} />
      <span ref={head} className={styles['laneHead']} />
    </>
  );
}

interface ButtonProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function LaneButton({ label, onClick, children }: ButtonProps) {
  return (
    <button type="button" aria-label={label} title={label} onClick={onClick}>
      {children}
    </button>
  );
}
