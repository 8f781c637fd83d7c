import { compileCondition } from '#engine/expression/compileExpression';
import { createScope } from '#engine/expression/ExpressionScope';
import { groupsOf } from '#engine/analysis/lint/groupsOf';
import type { LintFlow, LintNode, LintWire } from '#engine/analysis/lint/LintFlow';
import type { EmitMechanics, Mechanics } from '#engine/model/Mechanics';

/** What one event of a type at a node brings to another node, or to the same. */
export interface FlowArc {
  readonly from: LintNode;
  readonly fromType: number;
  readonly to: LintNode;
  readonly toType: number;
  /** Mean number of events. */
  readonly weight: number;
  /** Arcs of one event that belong to the same emission exclude each other; those of different ones go together. */
  readonly emission: string;
  readonly wire: LintWire;
  /** Why the number is not known; null where it is. */
  readonly unknown: 'condition' | 'filter' | 'lost-answers' | null;
}

/** What a node says of its mechanics; nothing for kinds that say nothing. */
export function mechanicsOf({ kind, node }: LintNode): Mechanics {
  return kind.mechanics?.(node.settings) ?? { beyond: [] };
}

/** Every arc between nodes and types, whether anything flows there or not. Wires to stores are no part of it. */
export function flowArcs(flow: LintFlow): readonly FlowArc[] {
  return flow.nodes.flatMap((node) => flow.types.flatMap((_, type) => arcsFrom(flow, node, type)));
}

function arcsFrom(flow: LintFlow, node: LintNode, type: number): readonly FlowArc[] {
  const { arrivals, line, work } = mechanicsOf(node);
  const outs = node.outs.filter((wire) => wire.port.carries !== 'access');
  const plain = outs.filter((wire) => !wire.isDeadLetter);
  if (arrivals !== undefined) return along(plain, node, type, type, 1, '', null);
  if (line !== undefined) {
    const dead = outs.filter((wire) => wire.isDeadLetter);
    const lost = groupsOf(node).reduce(
      (sum, [first]) => sum + (first === undefined ? 0 : givesUp(first.to)),
      0,
    );
    return [...copies(node, type), ...along(dead, node, type, type, lost, 'dead', null)];
  }
  if (work === undefined) return [];
  const lost = givesUp(node);
  const emitted = work.emits.flatMap((emit, place) => {
    const next = emit.type === null ? type : flow.types.findIndex(({ id }) => id === emit.type);
    const share = emit.on === 'done' ? 1 - lost : lost;
    const decided = decide(emit, flow.types[type]?.name ?? '');
    if (next < 0 || decided === false || share === 0) return [];
    const weight = emit.probability * share;
    const unknown = decided === null ? 'condition' : null;
    return along(plain, node, type, next, weight, `emit ${place}`, unknown);
  });
  const dead = outs.filter((wire) => wire.isDeadLetter);
  return [...emitted, ...along(dead, node, type, type, lost, 'dead', null)];
}

/** How likely a delivery fails for good at a node, all its own attempts made. */
export function failureOf(node: LintNode): number {
  const { work } = mechanicsOf(node);
  return work === undefined ? 0 : work.failure ** (work.retries + 1);
}

/** How often a copy is delivered to a node at most: once where the node keeps its own dead letters. */
export function deliveriesOf(node: LintNode): number {
  if (node.outs.some((wire) => wire.isDeadLetter)) return 1;
  return Math.max(1, ...node.ins.map(({ from }) => mechanicsOf(from).line?.attempts ?? 1));
}

/** How likely an event is given up at a node, however often it is delivered. */
function givesUp(node: LintNode): number {
  return failureOf(node) ** deliveriesOf(node);
}

/** Whether an event of a type is emitted: true, false, or null where more than the type decides. */
function decide({ condition, isList }: EmitMechanics, typeName: string): boolean | null {
  if (isList) return null;
  if (condition === '') return true;
  const words = condition.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '').match(/[A-Za-z_]\w*/g) ?? [];
  if (words.some((word) => word !== 'type' && word !== 'true' && word !== 'false')) return null;
  const compiled = compileCondition(condition);
  const result = compiled.ok ? compiled.evaluate({ ...createScope(), type: typeName }) : null;
  return result?.ok === true ? result.value : null;
}

function along(
  wires: readonly LintWire[],
  from: LintNode,
  fromType: number,
  toType: number,
  weight: number,
  emission: string,
  unknown: FlowArc['unknown'],
): readonly FlowArc[] {
  return wires
    .filter((wire) => wire.wants(toType) && weight > 0)
    .map((wire) => ({
      from,
      fromType,
      to: wire.to,
      toType,
      weight: weight * wire.yield,
      emission: `${emission} ${wire.id}`,
      wire,
      unknown: unknown ?? (wire.hasFilter ? 'filter' : comesAgain(from, wire) ? 'lost-answers' : null),
    }));
}

/** Whether a copy may be delivered again because its way, or the answer's, was lost. */
function comesAgain(from: LintNode, { wire: { settings } }: LintWire): boolean {
  const isLossy = Number(settings['loss']) > 0 || Number(settings['ackLoss']) > 0;
  return isLossy && (mechanicsOf(from).line?.attempts ?? 1) > 1;
}

/** One copy for each group; its members that want it share alike. */
function copies(node: LintNode, type: number): readonly FlowArc[] {
  return groupsOf(node).flatMap((group) => {
    const members = group.filter((wire) => wire.wants(type));
    const [first] = members;
    const emission = first === undefined ? '' : groupNameOf(node, first);
    return along(members, node, type, type, 1 / members.length, '', null).map((arc) => ({
      ...arc,
      emission,
    }));
  });
}

/** The name of the group that a wire from a line belongs to. */
function groupNameOf(node: LintNode, wire: LintWire): string {
  return node.traits.queue?.groupOf(wire.wire) ?? wire.id;
}
