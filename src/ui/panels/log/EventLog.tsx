import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { LogRow } from './LogRow';
import styles from './log.module.css';
import { useIsSmall } from './useIsSmall';
import { useLogEntries } from './useLogEntries';

/** In pixels, as the style sheet has it. */
const rowHeight = 28;
const tallRowHeight = 46;
/** Browsers lose count in boxes higher than some 30 million pixels. */
const rowsAtMost = 1_000_000;

/** Every step of the run as a sentence, with its cause; a row is a place to go to. */
export function EventLog() {
  const t = useText();
  const computed = useRun((state) => state.summary?.steps ?? 0);
  const step = useRun((state) => state.playhead.step);
  const rows = Math.min(computed, rowsAtMost);
  const [isFollowing, setIsFollowing] = useState(true);
  /** The row that the keys stand on; null as long as that is the row of the playhead. */
  const [chosen, setChosen] = useState<number | null>(null);
  const isSmall = useIsSmall();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isSmall ? tallRowHeight : rowHeight),
    overscan: 8,
  });
  const measure = useRef(list.measure);
  useEffect(() => measure.current(), [isSmall]);
  const visible = list.getVirtualItems();
  const entryOf = useLogEntries((visible[0]?.index ?? 0) + 1, (visible.at(-1)?.index ?? 0) + 1, rows);
  const active = chosen ?? step;

  useEffect(() => {
    if (isFollowing && step > 0 && step <= rows) list.scrollToIndex(step - 1, { align: 'center' });
    // The list is a new object with every render; following reacts to the playhead only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [step, isFollowing, rows > 0]);

  function choose(to: number) {
    const bounded = Math.min(Math.max(to, 1), rows);
    setIsFollowing(false);
    setChosen(bounded);
    list.scrollToIndex(bounded - 1, { align: 'auto' });
  }

  function goTo(to: number) {
    setChosen(null);
    useRun.getState().pause();
    useRun.getState().seek({ step: to });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(active + 1),
      ArrowUp: () => choose(active - 1),
      PageDown: () => choose(active + 10),
      PageUp: () => choose(active - 10),
      Home: () => choose(1),
      End: () => choose(rows),
      Enter: () => goTo(active),
      ArrowLeft: () => choose(entryOf(active)?.cause ?? active),
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  if (rows === 0) return <p className={styles['empty']}>{t('player.logEmpty')}</p>;
  return (
    <div className={styles['log']}>
      <div className={styles['bar']}>
        <span>{t('player.logOf', { n: step, total: computed })}</span>
        {computed > rows && <span>{t('player.logTruncated', { n: rows })}</span>}
        <span className={styles['keys']}>{t('player.logKeys')}</span>
        <label className={styles['follow']}>
          <input
            type="checkbox"
            checked={isFollowing}
            onChange={(event) => {
              setIsFollowing(event.currentTarget.checked);
              if (event.currentTarget.checked) setChosen(null);
            }}
          />
          {t('player.logFollow')}
        </label>
      </div>
      <div
        ref={scroller}
        className={styles['scroller']}
        onWheel={() => setIsFollowing(false)}
        onTouchMove={() => setIsFollowing(false)}
      >
        <table
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- By the ARIA grid pattern.
          role="grid"
          tabIndex={0}
          aria-label={t('player.log')}
          aria-rowcount={rows}
          aria-activedescendant={
            visible.some(({ index }) => index + 1 === active) ? `log-${active}` : undefined
          }
          className={styles['grid']}
          onKeyDown={onKeyDown}
        >
          <thead className={styles['heads']}>
            <tr>
              {(['step', 'time', 'event', 'what', 'state', 'cause'] as const).map((column) => (
                <th key={column} scope="col" data-column={column}>
                  {t(`player.log.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className={styles['all']} style={{ height: list.getTotalSize() }}>
            {visible.map(({ index, start }) => (
              <LogRow
                key={index}
                step={index + 1}
                top={start}
                entry={entryOf(index + 1)}
                isActive={index + 1 === active}
                isNow={index + 1 === step}
                isFuture={index + 1 > step}
                onGoTo={goTo}
                onChoose={choose}
              />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
