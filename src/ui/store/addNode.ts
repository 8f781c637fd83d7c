import type { FlowNode, WireEnd } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { defaultsOf } from '#engine/model/defaultsOf';
import { freeId } from '#engine/model/freeId';
import { kindById } from '#kinds/index';
import { boxOf, type SizeOf } from './boxes';
import { fittingPorts, wireUp } from './wiring';
import type { FlowDraft } from './documentStore';
import { freeName } from './freeName';
import { freePlace } from './freePlace';
import type { PaletteItem, Point } from './viewStore';

export interface NewNode {
  readonly item: PaletteItem;
  /** What the node shall be called; gets a number when another node has the name. */
  readonly name: string;
  /** The middle of the new node, or, when a wire waits for it, where that wire was dropped. */
  readonly at: Point;
  /** The wire end that waits for the node. */
  readonly from?: WireEnd | undefined;
  readonly sizeOf: SizeOf;
}

/**
 * Puts a node of a palette item into the document, with the preset's settings over the defaults, at a free place
 * near the wanted one, wired to the end that waits for it. Answers with its id, or null for an unknown kind.
 */
export function addNode(draft: FlowDraft, wanted: NewNode): string | null {
  const kind = kindById.get(wanted.item.kind);
  if (kind === undefined) return null;
  const preset = kind.presets.find((one) => one.id === wanted.item.preset);
  const fresh: FlowNode = {
    id: freeId(kind.id, new Set(draft.nodes.map((one) => one.id))),
    kind: kind.id,
    name: freeName(wanted.name, new Set(draft.nodes.map((one) => one.name))),
    x: 0,
    y: 0,
    settings: { ...defaultsOf(kind.fields), ...preset?.settings },
  };
  const size = wanted.sizeOf(fresh);
  const sized = kind.resizable ? { ...fresh, ...size } : fresh;
  const port = wanted.from === undefined ? undefined : fittingPorts(draft, wanted.from, kind)[0];
  const corner = { x: wanted.at.x - size.width * shareLeftOf(port?.side), y: wanted.at.y - size.height / 2 };
  const obstacles = kind.runs ? draft.nodes.filter(isObstacle).map((one) => boxOf(one, wanted.sizeOf)) : [];
  draft.nodes.push({ ...sized, ...freePlace(corner, size, obstacles) });
  if (kind.facts(fresh.settings).role === 'source') ensureEventType(draft);
  if (wanted.from !== undefined && port !== undefined) {
    wireUp(draft, wanted.from, { node: fresh.id, port: port.id });
  }
  return fresh.id;
}

/** Notes and groups lie behind or on top of the others, and so stand in nobody's way. */
const isObstacle = (node: FlowNode): boolean => kindById.get(node.kind)?.runs === true;

/** How much of the node lies left of the wanted point, so that the waiting wire ends at the port. */
function shareLeftOf(side: NodeKind['ports'][number]['side'] | undefined): number {
  if (side === 'left') return 0;
  return side === 'right' ? 1 : 0.5;
}

/** A publisher in a flow without event types could publish nothing. */
function ensureEventType(draft: FlowDraft): void {
  if (draft.eventTypes.length > 0) return;
  draft.eventTypes.push({
    id: 'order-placed',
    name: 'OrderPlaced',
    shape: 'circle',
    colour: 1,
    outline: false,
  });
}
