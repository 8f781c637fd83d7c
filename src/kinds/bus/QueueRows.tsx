import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import type { FaceProps } from '#ui/look/FaceProps';
import { formatCount } from '#ui/look/format';
import { RetryIcon } from '#ui/look/icons';
import { QueueRow } from '#ui/look/QueueRow';
import { withSigns } from '#ui/look/signOf';
import styles from './BusFace.module.css';
import type { BusSettings } from './busFields';
import type { BusView, QueueView } from './BusView';
import { capacityOf } from './readBusView';

interface QueueRowsProps extends FaceProps {
  readonly bus: BusSettings;
  readonly view: BusView | null;
}

const rowsAtMost = 4;

/** Between the rails: the one queue large, or a row for each group of subscribers, fullest first when too many. */
export function QueueRows({ bus, view, eventTypes, wireTargets }: QueueRowsProps) {
  const t = useText();
  const queues = view?.queues ?? [];
  const shown = shownQueues(queues);
  if (shown.length <= 1) return <OneQueue bus={bus} queue={shown[0]} eventTypes={eventTypes} view={view} />;
  return (
    <div className={styles['rows']} data-rows={shown.length}>
      {shown.map((queue) => (
        <div key={queue.group} className={styles['row']}>
          <span className={styles['rowName']}>
            {queue.wires.length === 1 ? wireTargets(queue.wires[0] ?? -1) : queue.group}
          </span>
          <Retrying queue={queue} />
          <Row bus={bus} queue={queue} eventTypes={eventTypes} isDense />
        </div>
      ))}
      {queues.length > shown.length && (
        <span className={styles['moreRows']}>
          {t('canvas.moreQueues', { n: queues.length - shown.length })}
        </span>
      )}
    </div>
  );
}

function shownQueues(queues: readonly QueueView[]): readonly QueueView[] {
  if (queues.length <= rowsAtMost) return queues;
  const fullestFirst = queues.toSorted((a, b) => b.waitingCount - a.waitingCount).slice(0, rowsAtMost - 1);
  return queues.filter((queue) => fullestFirst.includes(queue));
}

interface RowProps {
  readonly bus: BusSettings;
  /** Undefined for a bus to which nobody subscribes yet. */
  readonly queue: QueueView | undefined;
  readonly eventTypes: FaceProps['eventTypes'];
  readonly isDense?: boolean;
}

function Row({ bus, queue, eventTypes, isDense = false }: RowProps) {
  const language = useContext(LanguageContext);
  return (
    <QueueRow
      waiting={withSigns(queue?.waiting ?? [], eventTypes)}
      waitingCount={queue?.waitingCount ?? 0}
      unacked={withSigns(queue?.unacked ?? [], eventTypes)}
      unackedCount={queue?.unackedCount ?? 0}
      capacity={capacityOf(bus)}
      isDense={isDense}
      countText={formatCount(queue?.waitingCount ?? 0, language)}
    />
  );
}

function Retrying({ queue }: { readonly queue: QueueView }) {
  const t = useText();
  if (queue.retryingCount === 0) return null;
  return (
    <span className={styles['retrying']} title={t('canvas.retrying', { n: queue.retryingCount })}>
      <RetryIcon size={11} />
      {queue.retryingCount}
    </span>
  );
}

interface OneQueueProps extends RowProps {
  readonly view: BusView | null;
}

function OneQueue({ bus, queue, eventTypes, view }: OneQueueProps) {
  const t = useText();
  const isAlone = view !== null && view.queues.length === 0;
  return (
    <>
      <div className={styles['single']}>
        <Row bus={bus} queue={queue} eventTypes={eventTypes} />
      </div>
      <div className={styles['ends']}>
        {isAlone ? (
          <span>{t('canvas.nobodySubscribes')}</span>
        ) : (
          <>
            <span>{t('canvas.queueIn')}</span>
            <i />
            {queue !== undefined && <Retrying queue={queue} />}
            <span>{t('canvas.queueOut')}</span>
          </>
        )}
      </div>
    </>
  );
}
