import { useContext, useLayoutEffect, useRef, type RefObject } from 'react';
import { LanguageContext } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import type { LaneView } from '#ui/store/laneStore';
import { useRun } from '#ui/store/runStore';
import { useDrawnRun } from '#ui/store/useDrawnRun';
import { textWidth } from '../graph/textWidth';
import { useSize } from '../graph/useSize';
import { tickText } from './tickText';
import styles from './timeline.module.css';
import { useAtPlayhead } from './useAtPlayhead';

interface Props {
  readonly ticks: readonly number[];
  readonly view: LaneView;
}

/** Behind so much of the view the time of the playhead stands on its left. */
const turnsAt = 0.85;
/** Of the time of the playhead with its ground, and from a tick to its text, in pixels. */
const timeWidth = 72;
const tickGap = 4;

/** The axis of the lanes: times at even distances, and that of the playhead, for which those in its way make room. */
export function LaneTicks({ ticks, view: { fromUs, spanUs } }: Props) {
  const language = useContext(LanguageContext);
  const axis = useRef<HTMLSpanElement>(null);
  const texts = ticks.map((tick) => tickText(tick, spanUs, language));
  useRoomAtPlayhead(axis, ticks, texts, { fromUs, spanUs });
  return (
    <span aria-hidden="true" ref={axis} className={styles['tickRow']}>
      {ticks.map((tick, index) => (
        <span key={tick} className={styles['tick']} style={{ left: `${((tick - fromUs) / spanUs) * 100}%` }}>
          {texts[index]}
        </span>
      ))}
      <LaneTime fromUs={fromUs} spanUs={spanUs} />
    </span>
  );
}

/** Hides the ticks whose texts the time of the playhead would cover. By hand: nothing is rendered while a run plays. */
function useRoomAtPlayhead(
  axis: RefObject<HTMLElement | null>,
  ticks: readonly number[],
  texts: readonly string[],
  { fromUs, spanUs }: LaneView,
): void {
  const width = useSize(axis)?.width ?? 0;
  useLayoutEffect(() => {
    const pixelsOf = (us: number) => ((us - fromUs) / spanUs) * width;
    const show = () => {
      const at = pixelsOf(useRun.getState().playhead.timeUs);
      const from = at > turnsAt * width ? at - timeWidth : at;
      ticks.forEach((tick, index) => {
        const start = pixelsOf(tick) + tickGap;
        const isCovered = start < from + timeWidth && start + textWidth(texts[index] ?? '', 12) > from;
        const element = axis.current?.children[index];
        if (element instanceof HTMLElement) element.style.visibility = isCovered ? 'hidden' : '';
      });
    };
    show();
    return useRun.subscribe((now, before) => {
      if (now.playhead.timeUs !== before.playhead.timeUs) show();
    });
  });
}

/** The playhead's time, at the axis, where scrolling the lanes does not take it away. */
function LaneTime({ fromUs, spanUs }: { readonly fromUs: number; readonly spanUs: number }) {
  const language = useContext(LanguageContext);
  const place = useRef<HTMLSpanElement>(null);
  useAtPlayhead([{ ref: place, hides: true }], fromUs, spanUs);
  const isLeft = useRun((state) => state.playhead.timeUs - fromUs > turnsAt * spanUs);
  const timeMs = useDrawnRun((state) => Math.floor(state.playhead.timeUs / 1000));
  return (
    <span ref={place} className={styles['laneTime']}>
      <b data-left={isLeft || undefined}>{formatClock(timeMs * 1000, language)}</b>
    </span>
  );
}
