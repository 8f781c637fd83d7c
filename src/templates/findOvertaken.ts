import type { FlowDoc } from '#engine/model/FlowDoc';
import { planFlow } from '#engine/runtime/FlowPlan';
import { recordStep } from '#engine/runtime/frames';
import { Simulation } from '#engine/runtime/Simulation';
import { runningKinds } from '#kinds/runningKinds';

/** What was finished after a later event of the same key. */
interface Overtaken {
  readonly key: string;
  readonly number: number;
  readonly atUs: number;
  /** The latest event of the key that was finished before. */
  readonly after: number;
}

/** Runs a flow and finds the pieces of work of a handler that were overtaken, and their share of all. */
export function findOvertaken(doc: FlowDoc, handler: string) {
  const simulation = new Simulation(planFlow(doc, runningKinds));
  const node = simulation.plan.indexOfNode.get(handler);
  const latest = new Map<string, number>();
  const overtaken: Overtaken[] = [];
  let count = 0;
  for (let entry = recordStep(simulation); entry !== null; entry = recordStep(simulation)) {
    if (entry.node !== node || entry.kind !== 'finish' || entry.token === null) continue;
    const { number, subject: key } = entry.token;
    const after = latest.get(key) ?? 0;
    count += 1;
    if (number < after) overtaken.push({ key, number, atUs: entry.timeUs, after });
    else latest.set(key, number);
  }
  return { overtaken, share: overtaken.length / count };
}
