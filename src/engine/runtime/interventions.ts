import type { InterventionAction } from '#engine/model/FlowDoc';
import { fact } from '#engine/model/facts';
import { noteDeed } from './deeds';
import type { PlannedIntervention } from './expandIntervention';
import { beginByHand } from './scheduledFaults';
import { loseOnWire } from './wireTraffic';
import { Pending } from './Pending';
import { listPendingSteps, type FoundStep } from './pendingSteps';
import type { Simulation } from './Simulation';

/**
 * The intervention that comes before the next pending step, or null. In the very run it was made in, it comes
 * right after the step that the person had seen; in a changed one, as soon as its virtual time is reached.
 */
export function nextIntervention(
  simulation: Simulation,
  index = simulation.interventionCount,
): PlannedIntervention | null {
  const intervention = simulation.plan.interventions[index];
  if (intervention === undefined || intervention.atUs > simulation.untilUs) return null;
  const nextUs = Math.max(simulation.pending.nextTimeUs, simulation.nowUs);
  const isOver = simulation.pending.size <= simulation.sleeperCount || nextUs > simulation.untilUs;
  if (isOver && !canStillAct(simulation)) return null;
  if (nextUs > intervention.atUs) return intervention;
  const isSeen = simulation.stepCount >= intervention.afterStep;
  return nextUs === intervention.atUs && isSeen ? intervention : null;
}

/**
 * When the intervention that comes before the next pending step makes a step, in virtual microseconds; null when none
 * does. Those that find nothing to act on are skipped without one, at the next step that is made.
 */
export function interventionDueUs(simulation: Simulation): number | null {
  for (let index = simulation.interventionCount; ; index += 1) {
    const next = nextIntervention(simulation, index);
    if (next === null) return null;
    const dueUs = actsAtUs(simulation, next);
    if (dueUs !== null) return dueUs;
  }
}

/** Carries an intervention out as a step. False when it found nothing to act on, which is recorded. */
export function performIntervention(simulation: Simulation, intervention: PlannedIntervention): boolean {
  simulation.interventionCount += 1;
  return noteDeed(simulation, intervention, (one) => perform(simulation, one));
}

function perform(simulation: Simulation, intervention: PlannedIntervention): boolean {
  const { action, fault, receiver } = intervention;
  switch (action.do) {
    case 'pick':
      return pick(simulation, intervention, action.message, action.luck ?? []);
    case 'drop':
    case 'duplicate':
      return tamper(simulation, intervention, action.do, action.message);
    case 'publish':
      return act(simulation, intervention, action.node, 'publish', {
        type: simulation.plan.indexOfType.get(action.type) ?? 0,
        key: action.key,
        data: action.data,
      });
    case 'fault':
      if (fault === undefined || receiver === undefined) return false;
      simulation.advanceTo(intervention.atUs);
      beginByHand(simulation, fault, receiver);
      return true;
    case 'advance':
      return advance(simulation, intervention, action);
    default:
      return act(simulation, intervention, action.node, action.do, null);
  }
}

/**
 * Whether an intervention that is left would find something to act on when nothing else happens any more. If none would,
 * the run is over: to skip them would change it without a step, and its end would not be one moment.
 */
function canStillAct(simulation: Simulation): boolean {
  const { plan, interventionCount, untilUs } = simulation;
  return plan.interventions
    .slice(interventionCount)
    .some((one) => one.atUs <= untilUs && actsAtUs(simulation, one) !== null);
}

/** When an intervention would act if it came next; null when it would find nothing to act on. */
function actsAtUs(simulation: Simulation, { atUs, action }: PlannedIntervention): number | null {
  if (action.do === 'advance') return doesWait(simulation, action) ? atUs : null;
  if (!('message' in action)) return atUs;
  const found = find(simulation, action.message);
  if (action.do === 'pick') return isPickable(simulation, found) ? Math.max(found.dueUs, atUs) : null;
  return found !== undefined && found.step.wire >= 0 ? atUs : null;
}

/** Whether nothing is left that would keep the run going. */
export function isAsleep(simulation: Simulation): boolean {
  return simulation.pending.size <= simulation.sleeperCount && !canStillAct(simulation);
}

function isPickable({ untilUs }: Simulation, found: FoundStep | undefined): found is FoundStep {
  return found?.step.mayGoNext === true && found.dueUs <= untilUs;
}

function find(simulation: Simulation, key: string): FoundStep | undefined {
  return listPendingSteps(simulation).find((found) => found.step.key === key);
}

/** A person may let any pending step go next that order does not forbid; what it passes over becomes overdue. */
function pick(
  simulation: Simulation,
  intervention: PlannedIntervention,
  key: string,
  luck: readonly number[],
): boolean {
  const found = find(simulation, key);
  if (!isPickable(simulation, found)) {
    simulation.record(fact['pick-skipped'], null, key);
    return false;
  }
  simulation.pending.cancel(found.id);
  simulation.advanceTo(Math.max(found.dueUs, intervention.atUs));
  simulation.forced.begin(luck);
  simulation.take(found.pending, found.priority, intervention.id);
  simulation.forced.end();
  return true;
}

function tamper(
  simulation: Simulation,
  intervention: PlannedIntervention,
  what: 'drop' | 'duplicate',
  key: string,
): boolean {
  const found = find(simulation, key);
  if (found === undefined || found.step.wire < 0) {
    simulation.record(fact['pick-skipped'], null, key);
    return false;
  }
  const { pending } = found;
  const tampered = pending.copy(pending.cause, what);
  tampered.id = what === 'drop' ? found.id : 0; // A duplicated message flies on.
  simulation.advanceTo(intervention.atUs);
  simulation.beginStep(tampered, intervention.id);
  if (what === 'duplicate') {
    simulation.record(fact.duplicated, pending.event, '');
    if (pending.kind !== 'ack') simulation.counters.send(pending.wire);
    simulation.push(pending.copy(simulation.stepCount), Math.max(found.dueUs, simulation.nowUs));
  } else {
    simulation.pending.cancel(found.id);
    if (found.dueUs === Infinity) simulation.sleeperCount -= 1;
    loseOnWire(simulation, pending);
  }
  return true;
}

type Advance = Extract<InterventionAction, { do: 'advance' }>;

/** What waits in a queue may be let go first. */
function advance(simulation: Simulation, intervention: PlannedIntervention, action: Advance): boolean {
  const { node, event, queue } = action;
  if (doesWait(simulation, action)) return act(simulation, intervention, node, 'advance', { event, queue });
  simulation.record(fact['pick-skipped'], null, `${node}/${String(event)}`);
  return false;
}

function doesWait(simulation: Simulation, { node: id, event }: Advance): boolean {
  const { plan } = simulation;
  const node = plan.indexOfNode.get(id) ?? -1;
  const planned = plan.nodes[node];
  if (planned?.kind.faults.includes('advance') !== true) return false;
  const held = planned.behaviour.holdings(simulation.stateOf(node), planned.plan, event);
  return held.some(({ what }) => what === 'queued' || what === 'inbox');
}

function act(
  simulation: Simulation,
  intervention: PlannedIntervention,
  nodeId: string,
  verb: string,
  value: Pending['value'],
): boolean {
  const node = simulation.plan.indexOfNode.get(nodeId);
  if (node === undefined) return false;
  const pending = new Pending('fault', node, -1, null, verb, simulation.stepCount);
  pending.value = value;
  simulation.advanceTo(intervention.atUs);
  simulation.receive(pending, intervention.id);
  return true;
}
