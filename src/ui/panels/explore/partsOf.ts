import type { FlowDoc } from '#engine/model/FlowDoc';
import { doesRun } from '#ui/store/doesRun';
import type { PropertyPart } from './propertyForms';

export type PartValues = Readonly<Partial<Record<PropertyPart, string>>>;

/** What a property is asked with: what was chosen, as far as the flow still has it, and what is usual for the rest. */
export function partsOf(doc: FlowDoc, chosen: PartValues): PartValues {
  const [first, second = first] = doc.eventTypes;
  const usual: PartValues = {
    node: doc.nodes.find(({ kind }) => doesRun(kind))?.id ?? '',
    n: '10',
    a: first?.id ?? '',
    b: second?.id ?? '',
    when: 'accepted',
  };
  const kept = (part: 'node' | 'a' | 'b', from: readonly { readonly id: string }[]) =>
    from.some(({ id }) => id === chosen[part]) ? chosen[part] : usual[part];
  return {
    ...usual,
    ...chosen,
    node: kept('node', doc.nodes) ?? '',
    a: kept('a', doc.eventTypes) ?? '',
    b: kept('b', doc.eventTypes) ?? '',
  };
}
