import { Popover } from '@base-ui/react/popover';
import { useContext, useRef, useState, type KeyboardEvent } from 'react';
import { limits } from '#engine/model/limits';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock, formatDuration } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import type { LaneView } from '#ui/store/laneStore';
import { passFocusOn } from '#ui/store/passFocusOn';
import { moveMark, removeMark, sayWithUndo } from './editMarks';
import type { Mark } from './Mark';
import { MarkForm } from './MarkForm';
import { MarkIcon } from './MarkIcon';
import { markTone } from './markTone';
import styles from './markRow.module.css';
import { timeByKey } from './snapTime';
import { useTimeDrag } from './useTimeDrag';
import { roomForWords } from './wordRoom';

interface Props {
  readonly mark: Mark;
  /** Where it stands: a fault that comes again stands in more than one place. */
  readonly atUs: number;
  readonly view: LaneView;
  /** Of what the view is drawn on, in pixels. */
  readonly width: number;
  /** Pixels for it with its name beside it. */
  readonly room: number;
  readonly name: string;
  /** Why it changed nothing, or null. */
  readonly outcome: string | null;
}

/** A mark to take hold of: dragging and arrow keys move it, a click opens it. */
export function MarkHandle({ mark, atUs, view, width, room, name, outcome }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const [isOpen, setOpen] = useState(false);
  const handle = useRef<HTMLButtonElement>(null);
  /** Of a fault that comes again all times move together. */
  const moveTo = (us: number) => moveMark(mark, mark.atUs + us - atUs, name);
  const { draggedUs, handlers, endsDrag } = useTimeDrag(atUs, view, width, (us) => {
    useDocument.getState().endGesture();
    moveTo(us);
    useDocument.getState().endGesture();
    sayWithUndo('hand.moved', { name, time: formatClock(us, language) });
  });
  const shownUs = draggedUs ?? atUs;
  const time = formatClock(shownUs, language);

  const remove = () => {
    setOpen(false);
    passFocusOn(handle.current);
    removeMark(mark, name);
  };

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = timeByKey(atUs, event, view, width);
    if (next !== null) moveTo(next);
    else if (event.key === 'Delete' || event.key === 'Backspace') remove();
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
        {...handlers}
        // What was dragged is not opened as well.
        onClick={() => {
          if (!endsDrag()) setOpen(true);
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
