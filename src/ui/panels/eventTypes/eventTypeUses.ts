import type { FlowDoc } from '#engine/model/FlowDoc';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { kindById } from '#kinds/index';
import { eventTypesIn } from '#ui/store/eventTypeRefs';

/** Where an event type is referred to: names of nodes and protocols, and how many interventions publish it. */
export interface EventTypeUses {
  readonly nodes: readonly string[];
  readonly interventions: number;
}

/** Everything in a document that refers to an event type and would dangle without it. */
export function eventTypeUses(doc: FlowDoc, type: string): EventTypeUses {
  const nodes = doc.nodes.filter((node) => {
    const kind = kindById.get(node.kind);
    return kind !== undefined && eventTypesIn(kind.fields, node.settings).has(type);
  });
  const interventions = doc.interventions.filter(
    ({ action }) => action.do === 'publish' && action.type === type,
  );
  const protocols = doc.protocols.filter(({ settings }) => eventTypesIn(protocolFields, settings).has(type));
  return { nodes: [...nodes, ...protocols].map(({ name }) => name), interventions: interventions.length };
}

export const isUsed = ({ nodes, interventions }: EventTypeUses) => nodes.length + interventions > 0;
