import type { FlowDoc } from '#engine/model/FlowDoc';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { kindById } from '#kinds/index';
import { chartFieldsOf, speaksOf } from '#ui/panels/statechart/chartEvents';
import { eventTypesIn } from '#ui/store/eventTypeRefs';
import { hasLetter } from '#ui/store/protocolLetters';

/** Where an event type is referred to: names of nodes and protocols, and how many interventions publish it. */
export interface EventTypeUses {
  readonly nodes: readonly string[];
  readonly interventions: number;
}

/** Everything in a document that refers to an event type, by its id or its name, and would dangle without it. */
export function eventTypeUses(doc: FlowDoc, type: string): EventTypeUses {
  const name = doc.eventTypes.find(({ id }) => id === type)?.name ?? '';
  const nodes = doc.nodes.filter(({ kind, settings }) => {
    const { fields = [] } = kindById.get(kind) ?? {};
    const isInChart = chartFieldsOf(kind).some(({ id }) => speaksOf(settings[id] ?? null, name));
    return isInChart || eventTypesIn(fields, settings).has(type);
  });
  const interventions = doc.interventions.filter(
    ({ action }) => action.do === 'publish' && action.type === type,
  );
  const protocols = doc.protocols.filter(
    ({ settings }) => eventTypesIn(protocolFields, settings).has(type) || hasLetter(settings, name),
  );
  return { nodes: [...nodes, ...protocols].map(({ name }) => name), interventions: interventions.length };
}

export const isUsed = ({ nodes, interventions }: EventTypeUses) => nodes.length + interventions > 0;
