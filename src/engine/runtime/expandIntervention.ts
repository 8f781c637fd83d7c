import { faultTypes } from '#engine/model/faults/index';
import type { FlowDoc, Intervention } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { nodesWithin } from '#engine/model/nodesWithin';
import { verbsFor } from '#engine/model/verbsFor';
import { planHandFault, type FaultPlan, type FaultReceiver } from './planFault';

/** An intervention as one step makes it. */
export interface PlannedIntervention extends Intervention {
  /** For a fault: what begins, and for whom. */
  readonly fault?: FaultPlan;
  readonly receiver?: FaultReceiver;
}

/**
 * What is done to a group is done to each node in it, in their order, by the verb that the node knows. Empty where it
 * befalls nobody.
 */
export function expandIntervention(
  intervention: Intervention,
  doc: FlowDoc,
  kinds: ReadonlyMap<string, NodeKind>,
): readonly PlannedIntervention[] {
  const { action } = intervention;
  const { nodes } = doc;
  if (action.do === 'fault') {
    const fault = planHandFault(intervention.id, action.settings, doc, kinds);
    return fault?.receivers.map((receiver) => ({ ...intervention, fault, receiver })) ?? [];
  }
  if (!('node' in action) || action.do === 'publish' || action.do === 'advance') return [intervention];
  const target = nodes.find(({ id }) => id === action.node);
  if (target === undefined || kinds.get(target.kind)?.runs === true) return [intervention];
  return nodesWithin(nodes, action.node).flatMap((index) => {
    const member = nodes[index];
    const verb = member === undefined ? null : knownVerb(action.do, kinds.get(member.kind));
    return member === undefined || verb === null
      ? []
      : [{ ...intervention, action: { do: verb, node: member.id } }];
  });
}

type Switch = 'pause' | 'resume' | 'crash' | 'revive';
const switches: readonly Switch[] = ['pause', 'resume', 'crash', 'revive'];

function knownVerb(wanted: Switch, kind: NodeKind | undefined): Switch | null {
  for (const type of faultTypes) {
    if (type.begin !== wanted && type.end !== wanted) continue;
    const verbs = verbsFor(type, kind);
    const verb = type.begin === wanted ? verbs?.begin : verbs?.end;
    return switches.find((one) => one === verb) ?? null;
  }
  return null;
}
