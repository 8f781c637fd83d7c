import { useVirtualizer } from '@tanstack/react-virtual';
import { useContext, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { goToStep } from '#ui/store/goToStep';
import { useRun } from '#ui/store/runStore';
import { useCalmRun } from '#ui/store/useCalmRun';
import { useView } from '#ui/store/viewStore';
import { openMomentMenu } from '../contextMenu/openMomentMenu';
import { LogDetails } from './LogDetails';
import { logFilter, noChoice } from './logFilter';
import { LogFilterBar } from './LogFilterBar';
import { LogRow } from './LogRow';
import styles from './log.module.css';
import { useIsSmall } from './useIsSmall';
import { useEntriesOfRows, useLogRows, type LogRows } from './useLogRows';

/** In pixels, as the style sheet has it. */
const rowHeight = 28;
const tallRowHeight = 46;

/** Every step of the run as a sentence, with its cause and effects; a row is a place to go to. */
export function EventLog() {
  const t = useText();
  const step = useCalmRun((state) => state.playhead.step);
  const isPlaying = useRun((state) => state.isPlaying);
  const doc = useRun((state) => state.doc);
  const hasSteps = useRun((state) => (state.summary?.steps ?? 0) > 0);
  const family = useView((state) => state.family);
  const [choice, setChoice] = useState(noChoice);
  const filter = useMemo(() => logFilter(choice, doc, family, t), [choice, doc, family, t]);
  const rows = useLogRows(filter);
  const [isFollowing, setIsFollowing] = useState(true);
  /** The step that the keys stand on; null as long as that is the one of the playhead. */
  const [chosen, setChosen] = useState<number | null>(null);
  const isSmall = useIsSmall();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (isSmall ? tallRowHeight : rowHeight),
    overscan: 8,
  });
  const measure = useRef(list.measure);
  useEffect(() => measure.current(), [isSmall]);
  const visible = list.getVirtualItems();
  const entryOf = useEntriesOfRows(rows, filter !== null, visible[0]?.index ?? 0, visible.at(-1)?.index ?? 0);
  const active = chosen ?? step;
  const row = rows.rowOf(step);

  useEffect(() => {
    if (isFollowing && row >= 0 && row < rows.count) list.scrollToIndex(row, { align: 'center' });
    // The list is a new object with every render; following reacts to the playhead only.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [row, isFollowing, rows.count > 0]);

  function choose(to: number) {
    setIsFollowing(false);
    setChosen(to);
    list.scrollToIndex(Math.max(0, rows.rowOf(to)), { align: 'auto' });
  }

  function chooseRow(to: number) {
    if (rows.count === 0) return;
    choose(rows.stepAt(Math.min(Math.max(to, 0), rows.count - 1)));
  }

  function goTo(to: number) {
    setChosen(null);
    goToStep(to);
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = rows.rowOf(active);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => chooseRow(at + 1),
      ArrowUp: () => chooseRow(at - 1),
      PageDown: () => chooseRow(at + 10),
      PageUp: () => chooseRow(at - 10),
      Home: () => chooseRow(0),
      End: () => chooseRow(rows.count - 1),
      Enter: () => goTo(active),
      ArrowLeft: () => choose(Math.max(1, entryOf(active)?.cause ?? active)),
    };
    const move = Object.hasOwn(moves, event.key) ? moves[event.key] : undefined;
    if (move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    move();
  }

  if (!hasSteps) return <p className={styles['empty']}>{t('player.logEmpty')}</p>;
  return (
    <div className={styles['log']}>
      <LogFilterBar choice={choice} onChange={setChoice} />
      <div className={styles['bar']}>
        <LogCount rows={rows} isFiltered={filter !== null} />
        <span className={styles['keys']}>{t('player.logKeys')}</span>
        <FollowSwitch
          isOn={isFollowing}
          onChange={(isOn) => {
            setIsFollowing(isOn);
            if (isOn) setChosen(null);
          }}
        />
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
          aria-rowcount={rows.count}
          aria-activedescendant={
            visible.some(({ index }) => rows.stepAt(index) === active) ? `log-${active}` : undefined
          }
          className={styles['grid']}
          onKeyDown={onKeyDown}
          // By the key for menus, on the row that the keys stand on.
          onContextMenu={(event) => openMomentMenu(event, { step: active }, entryOf(active)?.token ?? null)}
        >
          <LogHead />
          <tbody className={styles['all']} style={{ height: list.getTotalSize() }}>
            {visible.map(({ index, start }) => {
              const own = rows.stepAt(index);
              return (
                <LogRow
                  key={index}
                  step={own}
                  place={index + 1}
                  top={start}
                  entry={entryOf(own)}
                  isActive={own === active}
                  isNow={own === step}
                  isFuture={own > step}
                  onGoTo={goTo}
                  onChoose={choose}
                />
              );
            })}
          </tbody>
        </table>
      </div>
      {!isPlaying && <LogDetails step={active} onChoose={choose} />}
    </div>
  );
}

/** How many there are, and how far the filter has looked. */
function LogCount({ rows, isFiltered }: { readonly rows: LogRows; readonly isFiltered: boolean }) {
  const t = useText();
  const language = useContext(LanguageContext);
  const text = (n: number) => formatCount(n, language);
  const step = useCalmRun((state) => state.playhead.step);
  const total = useRun((state) => state.summary?.steps ?? 0);
  const { count, lookedUpTo, isCut } = rows;
  if (!isFiltered) {
    return (
      <>
        <span>{t('player.logOf', { n: text(step), total: text(total) })}</span>
        {isCut && <span>{t('player.logTruncated', { n: text(count) })}</span>}
      </>
    );
  }
  return (
    <output>
      {lookedUpTo === null
        ? t(count === 0 ? 'why.log.nothing' : 'why.log.found', { n: text(count), total: text(total) })
        : t('why.log.looking', { n: text(count), step: text(lookedUpTo) })}{' '}
      {isCut && t('why.log.cut', { n: text(count) })}
    </output>
  );
}

function LogHead() {
  const t = useText();
  return (
    <thead className={styles['heads']}>
      <tr>
        {(['step', 'time', 'event', 'what', 'state', 'cause'] as const).map((column) => (
          <th key={column} scope="col" data-column={column}>
            {t(`player.log.${column}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SwitchProps {
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

function FollowSwitch({ isOn, onChange }: SwitchProps) {
  const t = useText();
  return (
    <label className={styles['follow']}>
      <input type="checkbox" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
      {t('player.logFollow')}
    </label>
  );
}
