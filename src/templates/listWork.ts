import type { FlowDoc } from '#engine/model/FlowDoc';
import { planFlow } from '#engine/runtime/FlowPlan';
import { recordStep } from '#engine/runtime/frames';
import { Simulation } from '#engine/runtime/Simulation';
import { runningKinds } from '#kinds/runningKinds';

/** One piece of work that a handler finished, in microseconds of virtual time. */
export interface Work {
  /** Number of the event in the run, its key, and the id of its type. */
  readonly event: number;
  readonly key: string;
  readonly type: string;
  readonly bornUs: number;
  readonly startedUs: number;
  readonly finishedUs: number;
}

/** Runs a flow and lists what a handler finished, in the order of finishing. Births are seen over wires without latency. */
export function listWork(doc: FlowDoc, handler: string): readonly Work[] {
  const simulation = new Simulation(planFlow(doc, runningKinds));
  const node = simulation.plan.indexOfNode.get(handler);
  const bornUs = new Map<number, number>();
  const startedUs = new Map<number, number>();
  const works: Work[] = [];
  for (let entry = recordStep(simulation); entry !== null; entry = recordStep(simulation)) {
    const { kind, token, timeUs } = entry;
    if (token === null) continue;
    const event = token.number;
    if (kind === 'publish' && !bornUs.has(event)) bornUs.set(event, timeUs);
    if (entry.node !== node) continue;
    if (kind === 'start') startedUs.set(event, timeUs);
    if (kind !== 'finish') continue;
    works.push({
      event,
      key: token.subject,
      type: doc.eventTypes[token.type]?.id ?? '',
      bornUs: bornUs.get(event) ?? 0,
      startedUs: startedUs.get(event) ?? 0,
      finishedUs: timeUs,
    });
  }
  return works;
}
