export type Counts = readonly (readonly [id: string, count: number])[];

export interface QueueCounts {
  readonly group: string;
  readonly wires: readonly number[];
  readonly counts: Counts;
}

/** The counts among the properties of a view, whatever kind it belongs to. Times are not counts. */
export function countsOf(view: unknown): Counts {
  if (typeof view !== 'object' || view === null) return [];
  return Object.entries(view).filter(
    (entry): entry is [string, number] => typeof entry[1] === 'number' && !entry[0].endsWith('Us'),
  );
}

/** The queues inside a view, if it has any. */
export function queuesOf(view: unknown): readonly QueueCounts[] {
  if (typeof view !== 'object' || view === null || !('queues' in view)) return [];
  const queues: readonly unknown[] = Array.isArray(view.queues) ? view.queues : [];
  return queues.map((queue) => ({ ...namesOf(queue), counts: countsOf(queue) }));
}

function namesOf(queue: unknown): Pick<QueueCounts, 'group' | 'wires'> {
  if (typeof queue !== 'object' || queue === null) return { group: '', wires: [] };
  const group = 'group' in queue && typeof queue.group === 'string' ? queue.group : '';
  const wires: readonly unknown[] = 'wires' in queue && Array.isArray(queue.wires) ? queue.wires : [];
  return { group, wires: wires.filter((wire) => typeof wire === 'number') };
}
