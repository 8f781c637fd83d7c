import { useContext, useEffect, useRef, useState, type PointerEvent as ReactPointerEvent } from 'react';
import type { Token } from '#engine/model/NodeKind';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { LaneView } from '#ui/store/laneStore';
import { useRun } from '#ui/store/runStore';
import { useIsOwnRun } from '#ui/store/shownRun';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { openMomentMenu } from '../contextMenu/openMomentMenu';
import { drawLanes } from './drawLanes';
import { hitText } from './hitText';
import { laneHit, type LaneHit } from './laneHit';
import { laneHeight } from './LaneLook';
import { panLanes, zoomLanes } from './moveLanes';
import styles from './timeline.module.css';
import { useLaneLook } from './useLaneLook';
import { useLaneRoom } from './useLaneRoom';
import { useLaneTiles } from './useLaneTiles';

interface Props {
  readonly view: LaneView;
  readonly ticks: readonly number[];
  /** Nodes that have a lane, in order. */
  readonly nodes: readonly number[];
}

/** Nearer than this is a click, and no drag, in pixels. */
const clickReach = 4;

interface Hovered {
  readonly text: string;
  readonly x: number;
  readonly y: number;
}

/** Drawn anew only when the view moves or more of the run is known: the playhead moves above it. */
export function LaneCanvas({ view, ticks, nodes }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const isOwn = useIsOwnRun();
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, top, seen } = useLaneRoom(surface);
  const { tile, isCurrent } = useLaneTiles(view);
  const look = useLaneLook(view, width, ticks, nodes);
  const [hovered, setHovered] = useState<Hovered | null>(null);
  const drag = useRef<{ readonly x: number; readonly from: LaneView; hasMoved: boolean } | null>(null);
  const height = nodes.length * laneHeight;
  // Only what is seen: a picture of five hundred lanes would be copied whole whenever anything moves on the page.
  const drawn = Math.min(height, seen);

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d') ?? null;
    if (element === null || context === null || width === 0) return undefined;
    const frame = requestAnimationFrame(() => {
      const ratio = devicePixelRatio;
      if (element.width !== Math.round(width * ratio)) element.width = Math.round(width * ratio);
      if (element.height !== Math.round(drawn * ratio)) element.height = Math.round(drawn * ratio);
      context.setTransform(ratio, 0, 0, ratio, 0, -top * ratio);
      drawLanes(context, tile, look);
    });
    return () => cancelAnimationFrame(frame);
  }, [tile, look, width, drawn, top]);

  useWheel(surface, view);

  function hitAt(event: ReactPointerEvent): LaneHit | null {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return tile === null ? null : laneHit(tile, look, event.clientX - left, event.clientY - top);
  }

  function onPointerMove(event: ReactPointerEvent) {
    const dragged = drag.current;
    if (dragged !== null) {
      const byPixels = event.clientX - dragged.x;
      if (Math.abs(byPixels) > clickReach) dragged.hasMoved = true;
      if (dragged.hasMoved) panLanes(dragged.from, (-byPixels / width) * dragged.from.spanUs);
      return;
    }
    const hit = hitAt(event);
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setHovered(
      hit === null || tile === null
        ? null
        : {
            text: hitText(hit, tile, words, t, language),
            x: event.clientX - left,
            y: event.clientY - top,
          },
    );
  }

  function onPointerUp(event: ReactPointerEvent) {
    const dragged = drag.current;
    drag.current = null;
    if (dragged === null || dragged.hasMoved) return;
    const { left } = event.currentTarget.getBoundingClientRect();
    goTo(isOwn ? hitAt(event) : null, view.fromUs + ((event.clientX - left) / width) * view.spanUs);
  }

  return (
    <>
      <div
        ref={surface}
        aria-hidden
        className={styles['surface']}
        data-current={isCurrent || undefined}
        style={{ height }}
        onPointerDown={(event) => {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          drag.current = { x: event.clientX, from: view, hasMoved: false };
          setHovered(null);
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          drag.current = null;
        }}
        onPointerLeave={() => setHovered(null)}
        onContextMenu={(event) => {
          const { left, top } = event.currentTarget.getBoundingClientRect();
          const hit = tile === null ? null : laneHit(tile, look, event.clientX - left, event.clientY - top);
          const timeUs = Math.round(view.fromUs + ((event.clientX - left) / width) * view.spanUs);
          openMomentMenu(event, hit?.on === 'mark' ? { step: hit.mark.step } : { timeUs }, tokenOf(hit));
        }}
      >
        <canvas ref={canvas} className={styles['canvas']} style={{ height: drawn }} />
      </div>
      {tile?.sums !== null && tile !== null && (
        <span className={styles['summed']}>{t('why.lanes.summed')}</span>
      )}
      {hovered !== null && <Tip hovered={hovered} width={width} height={height} />}
    </>
  );
}

interface TipProps {
  readonly hovered: Hovered;
  readonly width: number;
  readonly height: number;
}

/** Beside the pointer, on the side where there is room. */
function Tip({ hovered: { text, x, y }, width, height }: TipProps) {
  const isLeft = x > width * 0.6;
  const place = isLeft ? { right: width - x + 12 } : { left: x + 12 };
  return (
    <span
      className={styles['tip']}
      role="tooltip"
      style={{ ...place, top: y > height - 40 ? Math.max(0, y - 30) : y + 14 }}
    >
      {text}
    </span>
  );
}

function tokenOf(hit: LaneHit | null): Token | null {
  if (hit?.on === 'mark') return hit.mark.token;
  if (hit?.on === 'bar') return hit.bar.token;
  return hit?.on === 'way' ? hit.way.token : null;
}

/** A click follows what it hits, and goes there; in a run that is only compared, to the same time. */
function goTo(hit: LaneHit | null, timeUs: number): void {
  const { pause, seek } = useRun.getState();
  const { selectEvent } = useView.getState();
  pause();
  if (hit?.on === 'mark') {
    selectEvent(hit.mark.token.number);
    seek({ step: hit.mark.step });
    return;
  }
  if (hit?.on === 'bar') selectEvent(hit.bar.token.number);
  if (hit?.on === 'way' && hit.way.token !== null) selectEvent(hit.way.token.number);
  seek({ timeUs: Math.max(0, Math.round(timeUs)) });
}

/** The wheel zooms to the pointer; sideways, or with Shift, it moves. */
function useWheel(surface: React.RefObject<HTMLElement | null>, view: LaneView): void {
  const now = useRef(view);
  useEffect(() => {
    now.current = view;
  }, [view]);
  useEffect(() => {
    const element = surface.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const { left, width } = element.getBoundingClientRect();
      const { fromUs, spanUs } = now.current;
      const sideways = event.shiftKey ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
        panLanes(now.current, (sideways / width) * spanUs);
        return;
      }
      const atUs = fromUs + ((event.clientX - left) / width) * spanUs;
      zoomLanes(now.current, Math.exp(event.deltaY * 0.0016), atUs);
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [surface]);
}
