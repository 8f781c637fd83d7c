import { WireRules } from '#engine/model/checkWire';
import { defaultOf } from '#engine/model/defaultsOf';
import { faultFields } from '#engine/model/faultFields';
import { fieldApplies } from '#engine/model/fieldApplies';
import type { Field, Settings } from '#engine/model/fields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import type { NodeKind } from '#engine/model/NodeKind';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { wireFields } from '#engine/model/wireFields';

/** Lists of a document whose entries have ids. */
export type FlowPart = 'eventTypes' | 'nodes' | 'wires' | 'faults' | 'protocols' | 'interventions';

/** One thing in which a flow differs from another: what it has now, and what the other has. */
export type FlowChange =
  | {
      readonly change: 'run';
      readonly field: 'seed' | 'untilMs';
      readonly own: number;
      readonly other: number;
    }
  | {
      readonly change: 'setting';
      readonly part: 'nodes' | 'wires' | 'faults' | 'protocols';
      readonly id: string;
      /** Whose table the field is in: the kind of a node, `wire`, `fault` or `protocol`. */
      readonly owner: string;
      readonly field: Field;
      readonly own: Json;
      readonly other: Json;
    }
  /** `changed`: it is in both, and not the same in something that is no setting. */
  | { readonly change: 'added' | 'removed' | 'changed'; readonly part: FlowPart; readonly id: string };

/**
 * In what a flow differs from another, as far as a run can tell: places, sizes, looks and names do not count, except the
 * names of event types, which patterns refer to. In the order of the document.
 */
export function flowChanges(own: FlowDoc, other: FlowDoc, kinds: readonly NodeKind[]): readonly FlowChange[] {
  const runs = new Set(kinds.filter((kind) => kind.runs).map(({ id }) => id));
  const fieldsOf = new Map(kinds.map(({ id, fields }) => [id, fields]));
  const rules = new WireRules(own.nodes, kinds);
  return [
    ...(['seed', 'untilMs'] as const).flatMap((field): FlowChange[] =>
      own[field] === other[field] ? [] : [{ change: 'run', field, own: own[field], other: other[field] }],
    ),
    ...listChanges('eventTypes', own.eventTypes, other.eventTypes, ({ name }) => name),
    ...listChanges(
      'nodes',
      own.nodes.filter(({ kind }) => runs.has(kind)),
      other.nodes.filter(({ kind }) => runs.has(kind)),
      ({ kind }) => kind,
      ({ kind }) => ({ owner: kind, fields: fieldsOf.get(kind) ?? [] }),
    ),
    ...listChanges(
      'wires',
      own.wires,
      other.wires,
      ({ from, to }) => [from.node, from.port, to.node, to.port],
      ({ from }) => ({ owner: 'wire', fields: wireFields[rules.carriedBy(from) ?? 'event'] }),
    ),
    ...listChanges('faults', own.faults, other.faults, nothing, () => ({
      owner: 'fault',
      fields: faultFields,
    })),
    ...listChanges('protocols', own.protocols, other.protocols, nothing, () => ({
      owner: 'protocol',
      fields: protocolFields,
    })),
    ...listChanges('interventions', own.interventions, other.interventions, ({ atUs, afterStep, action }) => [
      atUs,
      afterStep,
      { ...action },
    ]),
  ];
}

const nothing = () => null;

interface Table {
  readonly owner: string;
  readonly fields: readonly Field[];
}

function listChanges<T extends { readonly id: string; readonly settings?: Settings }>(
  part: FlowPart,
  own: readonly T[],
  other: readonly T[],
  sameBy: (item: T) => Json,
  tableOf?: (item: T) => Table,
): readonly FlowChange[] {
  const before = new Map(other.map((item) => [item.id, item]));
  const now = new Set(own.map(({ id }) => id));
  return [
    ...own.flatMap((item): readonly FlowChange[] => {
      const old = before.get(item.id);
      if (old === undefined) return [{ change: 'added', part, id: item.id }];
      if (old === item) return [];
      const changed: readonly FlowChange[] = isEqual(sameBy(item), sameBy(old))
        ? []
        : [{ change: 'changed', part, id: item.id }];
      return tableOf === undefined
        ? changed
        : [...changed, ...settingChanges(part, item, old, tableOf(item))];
    }),
    ...other.filter(({ id }) => !now.has(id)).map(({ id }): FlowChange => ({ change: 'removed', part, id })),
  ];
}

function settingChanges<T extends { readonly id: string; readonly settings?: Settings }>(
  part: FlowPart,
  item: T,
  old: T,
  { owner, fields }: Table,
): readonly FlowChange[] {
  if (part === 'eventTypes' || part === 'interventions') return [];
  const [mine, its] = [item.settings ?? {}, old.settings ?? {}];
  return fields.flatMap((field): readonly FlowChange[] => {
    // What means nothing on either side makes no difference.
    if (!fieldApplies(field, mine) && !fieldApplies(field, its)) return [];
    const [own, other] = [mine[field.id] ?? defaultOf(field), its[field.id] ?? defaultOf(field)];
    return isEqual(own, other) ? [] : [{ change: 'setting', part, id: item.id, owner, field, own, other }];
  });
}

/** Importer and controls write the parts of a value in the order of its table. */
const isEqual = (a: Json, b: Json) => a === b || JSON.stringify(a) === JSON.stringify(b);
