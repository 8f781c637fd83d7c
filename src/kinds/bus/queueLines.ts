import type { Token } from '#engine/model/NodeKind';
import type { PartitionView, QueueView } from './BusView';

/** One row of the picture: the queue of a group, or one partition of it. */
export interface QueueLine {
  readonly key: string;
  readonly queue: QueueView;
  /** Null when the row is the whole queue. */
  readonly partition: PartitionView | null;
  readonly waiting: readonly Token[];
  readonly waitingCount: number;
  readonly delayedCount: number;
  readonly unacked: readonly Token[];
  readonly unackedCount: number;
}

/** The rows that the queues of a bus ask for. */
export function queueLines(queues: readonly QueueView[]): readonly QueueLine[] {
  return queues.flatMap<QueueLine>((queue) =>
    queue.partitions.length === 0
      ? [{ ...queue, key: queue.group, queue, partition: null }]
      : queue.partitions.map((partition) => ({
          key: `${queue.group} ${partition.index}`,
          queue,
          partition,
          waiting: partition.waiting,
          waitingCount: partition.waitingCount,
          delayedCount: 0,
          unacked: partition.unacked,
          unackedCount: partition.unacked.length,
        })),
  );
}

/** How many rows there would be if none was cut. */
export function countLines(queues: readonly QueueView[]): number {
  return queues.reduce((sum, queue) => sum + Math.max(1, queue.partitionCount), 0);
}
