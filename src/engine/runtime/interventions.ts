import type { Intervention } from '#engine/model/FlowDoc';
import type { Ack, Fault, Message } from '#engine/model/messages';
import { listPendingSteps, type FoundStep } from './pendingSteps';
import type { Simulation } from './Simulation';

/**
 * The intervention that comes before the next pending step, or null. In the very run it was made in, it comes
 * right after the step that the person had seen; in a changed one, as soon as its virtual time is reached.
 */
export function nextIntervention(simulation: Simulation): Intervention | null {
  const intervention = simulation.plan.interventions[simulation.interventionCount];
  if (intervention === undefined || intervention.atUs > simulation.untilUs) return null;
  const dueUs = simulation.pending.peekTimeUs();
  if (dueUs === undefined) return intervention;
  const nextUs = Math.max(dueUs, simulation.nowUs);
  if (nextUs > intervention.atUs) return intervention;
  const isSeen = simulation.stepCount >= intervention.afterStep;
  return nextUs === intervention.atUs && isSeen ? intervention : null;
}

/** Carries an intervention out as a step. False when it found nothing to act on, which is recorded. */
export function performIntervention(simulation: Simulation, intervention: Intervention): boolean {
  simulation.interventionCount += 1;
  const { action } = intervention;
  switch (action.do) {
    case 'pick':
      return pick(simulation, intervention, action.message);
    case 'drop':
    case 'duplicate':
      return tamper(simulation, intervention, action.do, action.message);
    case 'publish':
      return act(simulation, intervention, action.node, {
        do: 'publish',
        type: simulation.plan.indexOfType.get(action.type) ?? 0,
        key: action.key,
        data: action.data,
      });
    default:
      return act(simulation, intervention, action.node, { do: action.do });
  }
}

function find(simulation: Simulation, key: string): FoundStep | undefined {
  return listPendingSteps(simulation).find((found) => found.step.key === key);
}

/** A person may let any pending step go next that order does not forbid; what it passes over becomes overdue. */
function pick(simulation: Simulation, intervention: Intervention, key: string): boolean {
  const found = find(simulation, key);
  const isAllowed = found?.step.mayGoNext === true && found.dueUs <= simulation.untilUs;
  if (found === undefined || !isAllowed) {
    simulation.record('pick-skipped', null, key);
    return false;
  }
  simulation.pending.take(found.id);
  simulation.receive(found.pending, found.id, Math.max(found.dueUs, intervention.atUs), intervention.id);
  return true;
}

function tamper(
  simulation: Simulation,
  intervention: Intervention,
  what: 'drop' | 'duplicate',
  key: string,
): boolean {
  const found = find(simulation, key);
  if (found === undefined || found.step.wire < 0) {
    simulation.record('pick-skipped', null, key);
    return false;
  }
  const { message, node, event, isCall } = found.pending;
  simulation.beginStep(
    { ...found.pending, name: what },
    what === 'drop' ? found.id : 0, // A duplicated message flies on.
    Math.max(simulation.nowUs, intervention.atUs),
    intervention.id,
  );
  if (what === 'duplicate') {
    simulation.record('duplicated', event, '');
    simulation.push(message, node, event, Math.max(found.dueUs, simulation.nowUs), isCall);
  } else {
    simulation.pending.take(found.id);
    if (message.kind !== 'ack') simulation.record('lost', event, 'on the wire');
    tellWaiting(simulation, message);
  }
  return true;
}

/**
 * The books of whoever waits for an answer must learn of the loss, though by its guarantee it may have to act as
 * if it had not. An answer that is lost itself tells what it would have said.
 */
function tellWaiting(simulation: Simulation, message: Message): void {
  const { kind, wire } = message;
  if (kind === 'ack') {
    const { call, outcome, event } = message.body;
    simulation.sendBack({ kind, wire, body: { call, outcome: 'vanished', value: outcome, event } });
  } else if (kind === 'publish' || kind === 'deliver' || kind === 'access') {
    const { call, event } = message.body;
    if (call === null) return;
    const body: Ack = { call: call.id, outcome: 'vanished', value: null, event };
    simulation.sendBack({ kind: 'ack', wire, body });
  }
}

function act(simulation: Simulation, intervention: Intervention, nodeId: string, body: Fault): boolean {
  const node = simulation.plan.indexOfNode.get(nodeId);
  if (node === undefined) return false;
  const pending = {
    message: { kind: 'fault', wire: -1, body } as const,
    node,
    event: null,
    name: body.do,
    cause: simulation.stepCount,
    departUs: intervention.atUs,
    isCall: false,
  };
  simulation.receive(pending, 0, intervention.atUs, intervention.id);
  return true;
}
