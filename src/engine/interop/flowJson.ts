import { faultFields, handFaultFields } from '#engine/model/faultFields';
import type { BranchHead, Branches, FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';
import type { Field, Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { NodeKind } from '#engine/model/NodeKind';
import { WireRules } from '#engine/model/checkWire';
import { parseFlowText } from '#engine/model/parseFlow';
import type { Result } from '#engine/model/Problem';
import { wireFields } from '#engine/model/wireFields';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { prettyJson } from './prettyJson';

/**
 * A document as a file: JSON that people can read and compare. Keys come in a fixed order and settings in that
 * of their tables; settings at their defaults are left out, as the importer puts them back.
 */
export function exportFlowJson(doc: FlowDoc, kinds: readonly NodeKind[]): string {
  return `${prettyJson(fileOf(doc, kinds))}\n`;
}

function fileOf(doc: FlowDoc, kinds: readonly NodeKind[]): { readonly [key: string]: Json } {
  const rules = new WireRules(doc.nodes, kinds);
  const fieldsOf = new Map(kinds.map(({ id, fields }) => [id, fields]));
  return {
    busbar: doc.busbar,
    name: doc.name,
    ...(doc.description === '' ? {} : { description: doc.description }),
    seed: doc.seed,
    untilMs: doc.untilMs,
    eventTypes: doc.eventTypes.map(({ id, name, shape, colour, outline }) => ({
      id,
      name,
      shape,
      colour,
      outline,
    })),
    nodes: doc.nodes.map((node) => nodeOf(node, fieldsOf.get(node.kind) ?? [])),
    wires: doc.wires.map((wire) => wireOf(wire, wireFields[rules.carriedBy(wire.from) ?? 'event'])),
    ...(doc.interventions.length === 0
      ? {}
      : {
          interventions: doc.interventions.map(({ id, atUs, afterStep, action, name }) => ({
            id,
            atUs,
            afterStep,
            action:
              action.do === 'fault'
                ? { do: action.do, ...settingsOf(action.settings, handFaultFields) }
                : { ...action },
            ...(name === undefined ? {} : { name }),
          })),
        }),
    ...(doc.faults.length === 0
      ? {}
      : {
          faults: doc.faults.map(({ id, name, settings }) => ({
            id,
            name,
            ...settingsOf(settings, faultFields),
          })),
        }),
    ...(doc.protocols.length === 0
      ? {}
      : {
          protocols: doc.protocols.map(({ id, name, settings }) => ({
            id,
            name,
            ...settingsOf(settings, protocolFields),
          })),
        }),
    ...(doc.branches === undefined ? {} : { branches: branchesOf(doc.branches, kinds) }),
  };
}

function branchesOf({ open, compared, kept }: Branches, kinds: readonly NodeKind[]): Json {
  return {
    open: headOf(open),
    ...(compared === '' ? {} : { compared }),
    kept: kept.map(({ flow, ...head }) => ({ ...headOf(head), flow: fileOf(flow, kinds) })),
  };
}

function headOf({ id, name, parent, atUs, afterStep }: BranchHead): { readonly [key: string]: Json } {
  return { id, name, ...(parent === '' ? {} : { parent }), atUs, afterStep };
}

/** A document from a file, through the one importer. */
export function importFlowJson(text: string, kinds: readonly NodeKind[]): Result<FlowDoc> {
  return parseFlowText(text, kinds);
}

function nodeOf(node: FlowNode, fields: readonly Field[]): Json {
  const { id, kind, name, x, y, width, height, group } = node;
  return {
    id,
    kind,
    name,
    x,
    y,
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(group === undefined ? {} : { group }),
    ...settingsOf(node.settings, fields),
  };
}

function wireOf({ id, from, to, settings }: Wire, fields: readonly Field[]): Json {
  return {
    id,
    from: { node: from.node, port: from.port },
    to: { node: to.node, port: to.port },
    ...settingsOf(settings, fields),
  };
}

function settingsOf(settings: Settings, fields: readonly Field[]): { readonly settings?: Json } {
  const changed = fields.flatMap(({ id, default: fallback }) => {
    const value = settings[id];
    return value === undefined || JSON.stringify(value) === JSON.stringify(fallback)
      ? []
      : [[id, value] as const];
  });
  return changed.length === 0 ? {} : { settings: Object.fromEntries(changed) };
}
