import type { FlowDoc } from '#engine/model/FlowDoc';
import { listWork, type Work } from './listWork';

/** Work that was finished after that on a later event of the same key. */
interface Overtaken extends Work {
  /** The latest event of the key that was finished before. */
  readonly after: number;
}

/** Runs a flow and finds the pieces of work of a handler that were overtaken, and their share of all. */
export function findOvertaken(doc: FlowDoc, handler: string) {
  const works = listWork(doc, handler);
  const latest = new Map<string, number>();
  const overtaken: Overtaken[] = [];
  for (const work of works) {
    const after = latest.get(work.key) ?? 0;
    if (work.event < after) overtaken.push({ ...work, after });
    else latest.set(work.key, work.event);
  }
  return { overtaken, share: overtaken.length / works.length };
}
