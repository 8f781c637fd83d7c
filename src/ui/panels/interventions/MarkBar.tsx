import { useContext, type KeyboardEvent } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { longestForMs, resizeMark, sayWithUndo } from './editMarks';
import type { MarkSpan } from './Mark';
import { markTone } from './markTone';
import styles from './markRow.module.css';
import { timeByKey } from './snapTime';
import { useTimeDrag } from './useTimeDrag';
import { endAtOf, roomForWords, showsEnd } from './wordRoom';

interface Props {
  readonly span: MarkSpan;
  readonly view: LaneView;
  /** Of what the view is drawn on, in pixels. */
  readonly width: number;
  readonly name: string;
  /** Whether its end can be taken hold of: not where it would cover another one. */
  readonly hasEnd: boolean;
  /** Pixels for its name behind its end; 0 where that stands elsewhere. */
  readonly room: number;
}

/** How long a mark lasts. Dragging and arrow keys move its end, and give one to what has none. */
export function MarkBar({ span, view, width, name, hasEnd, room }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const { mark, fromUs, toUs } = span;
  const isEndless = mark.forUs === Infinity;
  const endUs = endAtOf(span, view);
  const endGesture = useDocument((state) => state.endGesture);
  /** Of a fault that comes again all of them last as long. */
  const endAt = (us: number) => resizeMark(mark, us - fromUs, name);
  const { draggedUs, handlers, endsDrag } = useTimeDrag(endUs, view, width, (us) => {
    endGesture();
    const forUs = endAt(us);
    endGesture();
    sayWithUndo('hand.resized', { name, for: formatDuration(forUs, language) });
  });
  if (toUs <= fromUs) return null;
  const shownUs = Math.max(fromUs, draggedUs ?? endUs);
  const share = (us: number) => Math.min(100, Math.max(0, ((us - view.fromUs) / view.spanUs) * 100));
  const [left, right] = [share(fromUs), share(Math.min(shownUs, Math.max(toUs, draggedUs ?? 0)))];
  const forUs = shownUs - fromUs;
  const said =
    isEndless && draggedUs === null
      ? t('hand.forEver')
      : t('hand.lastsUntil', { for: formatDuration(forUs, language), time: formatClock(shownUs, language) });

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = timeByKey(endUs, event, view, width);
    if (next === null) return;
    endAt(next);
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <span
        className={styles['bar']}
        data-tone={markTone(mark)}
        aria-hidden
        style={{ left: `${left}%`, width: `${Math.max(0, right - left)}%` }}
      />
      {hasEnd && (showsEnd(span, view) || draggedUs !== null) && (
        <button
          type="button"
          // An input of the browser cannot lie on a picture of time.
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
          role="slider"
          className={styles['end']}
          style={{ left: `max(${right}% - var(--end-before), ${left}% + var(--end-after))` }}
          data-tone={markTone(mark)}
          data-endless={isEndless || undefined}
          data-dragged={draggedUs !== null || undefined}
          aria-label={t('hand.endOf', { name })}
          aria-valuemin={0}
          aria-valuemax={longestForMs}
          aria-valuenow={isEndless ? longestForMs : forUs / 1000}
          aria-valuetext={said}
          aria-describedby="mark-end-keys"
          title={`${name}\n${said}`}
          {...handlers}
          onClick={endsDrag}
          onKeyDown={onKeyDown}
          onBlur={endGesture}
        >
          {(room > roomForWords || draggedUs !== null) && (
            <span className={styles['behind']} style={{ maxWidth: Math.max(room, roomForWords) }}>
              {draggedUs === null ? name : formatDuration(forUs, language)}
            </span>
          )}
        </button>
      )}
    </>
  );
}
