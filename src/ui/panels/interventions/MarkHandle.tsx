import { Popover } from '@base-ui/react/popover';
import { useContext, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { limits } from '#engine/model/limits';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { passFocusOn } from '#ui/store/passFocusOn';
import { useRun } from '#ui/store/runStore';
import { moveMark, removeMark, sayWithUndo } from './editMarks';
import type { Mark } from './Mark';
import { MarkForm } from './MarkForm';
import { MarkIcon } from './MarkIcon';
import { markTone } from './markTone';
import styles from './markRow.module.css';
import { gridOf, snapTime } from './snapTime';

interface Props {
  readonly mark: Mark;
  /** Where it stands: a fault that comes again stands in more than one place. */
  readonly atUs: number;
  readonly view: LaneView;
  /** Of what the view is drawn on, in pixels. */
  readonly width: number;
  /** Pixels until the next handle begins. */
  readonly room: number;
  readonly name: string;
  /** Why it changed nothing, or null. */
  readonly outcome: string | null;
}

/** Further than this a pointer drags; up to there it clicks. */
const dragPixels = 4;
/** A handle, and the shortest words worth reading beside it. */
const roomForWords = 70;

/** A mark to take hold of: dragging and arrow keys move it, a click opens it. */
export function MarkHandle({ mark, atUs, view, width, room, name, outcome }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const [isOpen, setOpen] = useState(false);
  const [draggedUs, setDragged] = useState<number | null>(null);
  const grip = useRef<{ readonly x: number; isDragging: boolean } | null>(null);
  const handle = useRef<HTMLButtonElement>(null);
  const shownUs = draggedUs ?? atUs;
  const time = formatClock(shownUs, language);

  /** Of a fault that comes again all times move together. */
  const moveTo = (us: number) => moveMark(mark, mark.atUs + us - atUs, name);

  const remove = () => {
    setOpen(false);
    passFocusOn(handle.current);
    removeMark(mark, name);
  };

  function onPointerMove(event: PointerEvent) {
    const held = grip.current;
    if (held === null) return;
    const pixels = event.clientX - held.x;
    if (!held.isDragging && Math.abs(pixels) < dragPixels) return;
    held.isDragging = true;
    const us = atUs + (pixels / width) * view.spanUs;
    setDragged(snapTime(us, view, width, useRun.getState().playhead.timeUs));
  }

  function letGo() {
    if (draggedUs !== null && draggedUs !== atUs) {
      useDocument.getState().endGesture();
      moveTo(draggedUs);
      useDocument.getState().endGesture();
      sayWithUndo('hand.moved', { name, time: formatClock(draggedUs, language) });
    }
    setDragged(null);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = gridOf(view, width) * (event.shiftKey ? 10 : 1);
    const direction = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
    if (direction !== undefined) {
      // To the next place of the grid, and not by its width from wherever the mark stands.
      const next = direction > 0 ? Math.floor(atUs / step) + 1 : Math.ceil(atUs / step) - 1;
      moveTo(Math.max(0, next * step));
    } else if (event.key === 'Delete' || event.key === 'Backspace') remove();
    else if (event.key === 'F2') setOpen(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <button
        ref={handle}
        type="button"
        // An input of the browser can neither hold words nor lie on a picture of time.
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
        role="slider"
        className={styles['handle']}
        style={{ left: `${((shownUs - view.fromUs) / view.spanUs) * 100}%` }}
        data-tone={markTone(mark)}
        data-idle={outcome !== null || undefined}
        data-dragged={draggedUs !== null || undefined}
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={Math.max(limits.untilMs, shownUs / 1000)}
        aria-valuenow={shownUs / 1000}
        aria-valuetext={saidOf()}
        aria-describedby="mark-keys"
        title={[name, time, outcome].filter((one) => one !== null).join('\n')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { x: event.clientX, isDragging: false };
        }}
        onPointerMove={onPointerMove}
        onPointerUp={letGo}
        onPointerCancel={() => setDragged(null)}
        onClick={() => {
          // What was dragged is not opened as well.
          if (grip.current?.isDragging !== true) setOpen(true);
          grip.current = null;
        }}
        onKeyDown={onKeyDown}
        onBlur={() => useDocument.getState().endGesture()}
      >
        <MarkIcon what={mark.what} size={13} />
        {room > roomForWords && (
          <span className={styles['words']} style={{ maxWidth: room - roomForWords / 2 }}>
            {draggedUs === null ? name : time}
          </span>
        )}
      </button>
      <Popover.Root open={isOpen} onOpenChange={setOpen}>
        <Popover.Portal>
          <Popover.Positioner className={styles['positioner']} sideOffset={8} anchor={handle}>
            <Popover.Popup className={styles['popup']} aria-label={name} finalFocus={handle}>
              <MarkForm mark={mark} id={`handle-${mark.of}-${mark.id}`} onRemove={remove} />
              {outcome !== null && <p className={styles['outcome']}>{outcome}</p>}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </>
  );

  function saidOf(): string {
    const { forUs } = mark;
    const length =
      forUs === Infinity ? t('hand.forEver') : t('hand.for', { for: formatDuration(forUs, language) });
    const when = forUs === 0 ? time : t('hand.markSaidFor', { time, for: length });
    return outcome === null ? when : `${when}. ${outcome}`;
  }
}
