import type { FlowDoc } from '#engine/model/FlowDoc';
import { fieldApplies } from '#engine/model/fieldApplies';
import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { NodeKind } from '#engine/model/NodeKind';
import { distributionFields } from '#engine/model/distributionFields';

/** One number of a node's settings that can be swept. */
export interface Parameter {
  /** The id of the node. */
  readonly node: string;
  /** The id of the field. */
  readonly field: string;
  /** Which number of a law; empty where the field is a number itself. */
  readonly part: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly isWhole: boolean;
  readonly unit: 'ms' | 'share' | '';
}

/** Every number in the settings of a node that means something as they are. */
export function parametersOf(doc: FlowDoc, kinds: readonly NodeKind[], id: string): readonly Parameter[] {
  const node = doc.nodes.find((one) => one.id === id);
  const kind = kinds.find((one) => one.id === node?.kind);
  if (node === undefined || kind === undefined) return [];
  return kind.fields.flatMap((field): readonly Parameter[] => {
    return fieldApplies(field, node.settings) ? numbersOf(id, field, node.settings[field.id] ?? null) : [];
  });
}

function numbersOf(node: string, field: Field, value: Json): readonly Parameter[] {
  const of = (
    part: string,
    found: unknown,
    more: Omit<Parameter, 'node' | 'field' | 'part' | 'value'>,
  ): readonly Parameter[] =>
    typeof found === 'number' ? [{ node, field: field.id, part, value: found, ...more }] : [];
  switch (field.type) {
    case 'number': {
      // The value that stands for "no limit" is no number to sweep over.
      const min = field.unlimited === field.min ? field.min + (field.integer === true ? 1 : 0) : field.min;
      return of('', value, { min, max: field.max, isWhole: field.integer === true, unit: '' });
    }
    case 'duration':
      return of('', value, { min: field.min, max: field.max, isWhole: false, unit: 'ms' });
    case 'probability':
      return of('', value, { min: 0, max: 1, isWhole: false, unit: 'share' });
    case 'distribution': {
      const law = value as Readonly<Record<string, Json>>; // The importer checked it.
      const parts = distributionFields[law['law'] as keyof typeof distributionFields] ?? [];
      return parts.flatMap(({ id, min, max }) =>
        of(id, law[id], { min, max, isWhole: false, unit: id === 'shape' ? '' : 'ms' }),
      );
    }
    default:
      return [];
  }
}

/** A document in which a parameter has another value. */
export function withParameter(doc: FlowDoc, { node, field, part }: Parameter, value: number): FlowDoc {
  return {
    ...doc,
    nodes: doc.nodes.map((one) => {
      if (one.id !== node) return one;
      // A parameter with a part is one of a law, which the importer checked.
      const law = one.settings[field] as Readonly<Record<string, Json>>;
      return {
        ...one,
        settings: { ...one.settings, [field]: part === '' ? value : { ...law, [part]: value } },
      };
    }),
  };
}
