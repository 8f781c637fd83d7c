import { defaultsOf } from '#engine/model/defaultsOf';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { wireFields } from '#engine/model/wireFields';
import type { Settings } from '#engine/model/fields';

/**
 * A flow that still fails and from which nothing can be taken without making it pass: no intervention, wire or node
 * left out, no setting put back to its default. What people read when a law has a counterexample.
 */
export function smallestFlow(
  doc: FlowDoc,
  kinds: readonly NodeKind[],
  fails: (smaller: FlowDoc) => boolean,
): FlowDoc {
  let smallest = doc;
  for (;;) {
    const next = [...smaller(smallest, kinds)].find(fails);
    if (next === undefined) return smallest;
    smallest = next;
  }
}

function* smaller(doc: FlowDoc, kinds: readonly NodeKind[]): Generator<FlowDoc> {
  yield* without(doc.interventions).map((interventions) => ({ ...doc, interventions }));
  yield* without(doc.faults).map((faults) => ({ ...doc, faults }));
  yield* without(doc.protocols).map((protocols) => ({ ...doc, protocols }));
  for (const node of doc.nodes) {
    const touches = (wire: FlowDoc['wires'][number]) =>
      wire.from.node === node.id || wire.to.node === node.id;
    const isNeeded =
      doc.interventions.some(({ action }) => 'node' in action && action.node === node.id) ||
      [...doc.faults, ...doc.protocols].some(({ settings }) => Object.values(settings).includes(node.id));
    const isFrame = doc.nodes.some(({ group }) => group === node.id);
    if (isNeeded || isFrame) continue;
    const nodes = doc.nodes.filter((other) => other !== node);
    yield { ...doc, nodes, wires: doc.wires.filter((wire) => !touches(wire)) };
  }
  yield* without(doc.wires).map((wires) => ({ ...doc, wires }));
  for (const [index, node] of doc.nodes.entries()) {
    const fields = kinds.find(({ id }) => id === node.kind)?.fields ?? [];
    for (const settings of plainer(node.settings, defaultsOf(fields))) {
      yield { ...doc, nodes: doc.nodes.with(index, { ...node, settings }) };
    }
  }
  for (const [index, wire] of doc.wires.entries()) {
    for (const settings of plainer(wire.settings, defaultsOf(wireFields.delivery))) {
      yield { ...doc, wires: doc.wires.with(index, { ...wire, settings }) };
    }
  }
}

function without<T>(list: readonly T[]): readonly (readonly T[])[] {
  return list.map((_, index) => list.toSpliced(index, 1));
}

/** Settings with one of them put back to its default. */
function* plainer(settings: Settings, defaults: Settings): Generator<Settings> {
  for (const [id, value] of Object.entries(settings)) {
    const plain = defaults[id];
    if (plain === undefined || JSON.stringify(plain) === JSON.stringify(value)) continue;
    yield { ...settings, [id]: plain };
  }
}
