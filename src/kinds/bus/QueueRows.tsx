import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { FaceProps } from '#ui/look/FaceProps';
import { formatCount } from '#ui/look/format';
import { QueueRow } from '#ui/look/QueueRow';
import { withSigns } from '#ui/look/signOf';
import styles from './BusFace.module.css';
import type { BusSettings } from './busFields';
import type { BusView, QueueView } from './BusView';
import { countLines, queueLines, type QueueLine } from './queueLines';
import { QueueMarks } from './QueueMarks';
import { capacityOf } from './readBusView';

interface QueueRowsProps extends FaceProps {
  readonly bus: BusSettings;
  readonly view: BusView | null;
}

const rowsAtMost = 4;
/** Where what no wire leads out of is sorted in: below all others. */
const farthest = 1e9;

/**
 * Between the rails: the one queue large, or a row for each group of subscribers and each partition, from top to bottom as
 * their wires leave; of too many those that are fullest.
 */
export function QueueRows({ bus, view, eventTypes, wireTargets, wirePlaces }: QueueRowsProps) {
  const t = useText();
  const queues = inOrderOfWires(view?.queues ?? [], wirePlaces);
  const lines = queueLines(queues);
  const shown = shownLines(lines, countLines(queues));
  const more = countLines(queues) - shown.length;
  if (lines.length <= 1) return <OneQueue bus={bus} line={shown[0]} eventTypes={eventTypes} view={view} />;
  const isSplit = lines.some(({ partition }) => partition !== null);
  return (
    <div className={styles['rows']} data-rows={Math.min(rowsAtMost, shown.length + (more > 0 ? 1 : 0))}>
      {shown.map((line) => (
        <div key={line.key} className={styles['row']} data-queue={line.queue.group}>
          <RowName line={line} isOnlyQueue={queues.length === 1} wireTargets={wireTargets} />
          {(line.partition?.index ?? 0) === 0 && <QueueMarks queue={line.queue} />}
          <Row bus={bus} line={line} eventTypes={eventTypes} isDense />
        </div>
      ))}
      {more > 0 && (
        <span className={styles['moreRows']}>
          {t(isSplit ? 'canvas.morePartitions' : 'canvas.moreQueues', { n: more })}
        </span>
      )}
    </div>
  );
}

/** So that each row stands where its wires leave, and leads the eye to none of its neighbours'. */
function inOrderOfWires(
  queues: readonly QueueView[],
  placeOf: FaceProps['wirePlaces'],
): readonly QueueView[] {
  if (placeOf === undefined) return queues;
  const topmost = ({ wires }: QueueView) => Math.min(farthest, ...wires.map(placeOf));
  return queues.toSorted((a, b) => topmost(a) - topmost(b));
}

function shownLines(lines: readonly QueueLine[], count: number): readonly QueueLine[] {
  if (count <= rowsAtMost) return lines;
  const fullestFirst = lines.toSorted((a, b) => b.waitingCount - a.waitingCount).slice(0, rowsAtMost - 1);
  return lines.filter((line) => fullestFirst.includes(line));
}

interface RowNameProps {
  readonly line: QueueLine;
  readonly isOnlyQueue: boolean;
  readonly wireTargets: FaceProps['wireTargets'];
}

function RowName({ line, isOnlyQueue, wireTargets }: RowNameProps) {
  const t = useText();
  const { queue, partition } = line;
  const group = queue.wires.length === 1 ? wireTargets(queue.wires[0] ?? -1) : queue.group;
  if (partition === null) return <span className={styles['rowName']}>{group}</span>;
  const n = partition.index;
  const title =
    partition.owner < 0
      ? t('canvas.partitionOfNobody', { n })
      : t('canvas.partitionOf', { n, owner: wireTargets(partition.owner) });
  return (
    <span className={styles['rowName']} title={title}>
      {isOnlyQueue ? t('canvas.partition', { n }) : `${n} · ${group}`}
    </span>
  );
}

interface RowProps {
  readonly bus: BusSettings;
  /** Undefined for a bus to which nobody subscribes yet. */
  readonly line: QueueLine | undefined;
  readonly eventTypes: FaceProps['eventTypes'];
  readonly isDense?: boolean;
}

function Row({ bus, line, eventTypes, isDense = false }: RowProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  return (
    <QueueRow
      waiting={withSigns(line?.waiting ?? [], eventTypes)}
      waitingCount={line?.waitingCount ?? 0}
      delayedCount={line?.delayedCount ?? 0}
      unacked={withSigns(line?.unacked ?? [], eventTypes)}
      unackedCount={line?.unackedCount ?? 0}
      capacity={capacityOf(bus)}
      isDense={isDense}
      countText={formatCount(line?.waitingCount ?? 0, language)}
      unackedText={t('canvas.unacked')}
    />
  );
}

interface OneQueueProps extends RowProps {
  readonly view: BusView | null;
}

function OneQueue({ bus, line, eventTypes, view }: OneQueueProps) {
  const t = useText();
  const isAlone = view !== null && view.queues.length === 0;
  return (
    <>
      <div className={styles['single']} data-queue={line?.queue.group}>
        <Row bus={bus} line={line} eventTypes={eventTypes} />
      </div>
      <div className={styles['ends']}>
        {isAlone ? (
          <span>{t('canvas.nobodySubscribes')}</span>
        ) : (
          <>
            <span>{t('canvas.queueIn')}</span>
            <i />
            {line !== undefined && <QueueMarks queue={line.queue} hasRoom />}
            <span>{t(bus.order === 'unordered' ? 'canvas.queueOutAny' : 'canvas.queueOut')}</span>
          </>
        )}
      </div>
    </>
  );
}
