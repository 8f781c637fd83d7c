import type { FlowDoc } from '#engine/model/FlowDoc';
import { kindById } from '#kinds/index';
import { doesRun } from '#ui/store/doesRun';
import type { PropertyPart } from './propertyForms';

export type PartValues = Readonly<Partial<Record<PropertyPart, string>>>;

/** What a property is asked with: what was chosen, as far as the flow still has it, and what is usual for the rest. */
export function partsOf(doc: FlowDoc, chosen: PartValues): PartValues {
  const [first, second = first] = doc.eventTypes;
  const runs = doc.nodes.filter(({ kind }) => doesRun(kind));
  const queue = runs.find(({ kind, settings }) => kindById.get(kind)?.facts(settings).role === 'bus');
  const name = JSON.stringify((queue ?? runs[0])?.name ?? '');
  const usual: PartValues = {
    node: runs[0]?.id ?? '',
    n: '10',
    a: first?.id ?? '',
    b: second?.id ?? '',
    when: 'accepted',
    p: `waiting[${name}] <= 3`,
    q: `waiting[${name}] == 0`,
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
