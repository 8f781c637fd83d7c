import { assert } from '#engine/kernel/assert';
import { Pending } from './Pending';
import { handOf, type FaultPlan, type FaultReceiver } from './planFault';
import type { Simulation } from './Simulation';

/** Below that of everything else: a scheduled fault goes before the other steps of its time. */
export const faultPriority = -1;

/** Puts the first beginning of every scheduled fault among the pending steps. */
export function scheduleFaults(simulation: Simulation): void {
  for (const fault of simulation.plan.faults) {
    for (const { node, begin } of fault.receivers) {
      simulation.push(stepOf(fault, node, begin, 1, 0), fault.atUs, faultPriority);
    }
  }
}

/** Carries out the beginning or the end of a scheduled fault, and schedules what follows from it. */
export function performFault(simulation: Simulation, pending: Pending, intervention: string): void {
  const { faults, handFaults } = simulation.plan;
  const byHand = handOf(pending.text);
  const fault = (byHand === null ? faults : handFaults).find(({ id }) => id === pending.text);
  const receiver = fault?.receivers.find(({ node }) => node === pending.node);
  assert(fault !== undefined && receiver !== undefined, 'A fault is one of the flow.');
  const isBeginning = pending.name === receiver.begin;
  if (isBeginning && pending.attempt > 1) simulation.sleeperCount -= 1;
  const made = intervention === '' ? (byHand ?? '') : intervention;
  if (receiver.isTold) simulation.receive(pending, made);
  else {
    simulation.beginStep(pending, made);
    if (isBeginning) harmWires(simulation, fault);
    else mendWires(simulation, fault);
  }
  if (isBeginning) scheduleEnd(simulation, fault, pending, receiver.end);
}

/** Begins a fault that a person brings about, for one of those whom it befalls. */
export function beginByHand(simulation: Simulation, fault: FaultPlan, { node, begin }: FaultReceiver): void {
  performFault(simulation, stepOf(fault, node, begin, 1, simulation.stepCount), '');
}

function harmWires(simulation: Simulation, fault: FaultPlan): void {
  if (fault.does === 'cut') simulation.cuts.cut(fault, simulation.nowUs);
  else simulation.cuts.troubles.begin(fault);
}

function mendWires(simulation: Simulation, fault: FaultPlan): void {
  if (fault.does === 'cut') simulation.cuts.heal(fault);
  else simulation.cuts.troubles.end(fault);
}

/** The end, and the next beginning, which alone does not keep a run going. */
function scheduleEnd(
  simulation: Simulation,
  fault: FaultPlan,
  { node, name, attempt }: Pending,
  end: string,
) {
  const { nowUs, stepCount } = simulation;
  if (fault.forUs === 0) return;
  simulation.push(stepOf(fault, node, end, attempt, stepCount), nowUs + fault.forUs, faultPriority);
  if (fault.everyUs === 0) return;
  simulation.push(stepOf(fault, node, name, attempt + 1, stepCount), nowUs + fault.everyUs, faultPriority);
  simulation.sleeperCount += 1;
}

function stepOf(fault: FaultPlan, node: number, verb: string, time: number, cause: number): Pending {
  const pending = new Pending('fault', node, -1, null, verb, cause);
  pending.text = fault.id;
  pending.attempt = time;
  // The same place holds what a person publishes, which no scheduled fault does.
  if (fault.factor !== 1) pending.value = fault.factor;
  return pending;
}
