import { WireRules } from '#engine/model/checkWire';
import { defaultsOf } from '#engine/model/defaultsOf';
import { faultFields, handFaultFields } from '#engine/model/faultFields';
import type { FlowNode, WireEnd } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import type { NodeFacts, NodeKind, Port } from '#engine/model/NodeKind';
import type { Pick } from '#engine/model/randomFlow';
import { protocolFields } from '#engine/model/protocols/protocolFields';
import { wireFields } from '#engine/model/wireFields';
import { oneOf, randomSettings } from './randomSettings';

type Role = NodeFacts['role'];
type Node = Omit<FlowNode, 'name' | 'x' | 'y'>;

const types = ['OrderPlaced', 'PaymentCaptured', 'StockReserved'];
const untilUs = 4_000_000;

/**
 * A document, not yet read by the importer, of a flow in which much happens soon and everything may be joined with
 * everything that fits: for tests of what must hold in every run. It is made from the tables of these kinds, so that a
 * new kind, port, field or option takes part by itself. Equal picks make equal documents.
 */
export function randomRun(pick: Pick, kinds: readonly NodeKind[]): Readonly<Record<string, unknown>> {
  const frames = randomFrames(pick, kinds);
  const nodes = randomNodes(pick, kinds, frames);
  const all = [...nodes, ...frames];
  return {
    busbar: 1,
    name: 'random',
    seed: pick(1_000_000),
    untilMs: untilUs / 1000,
    eventTypes: types.map((id, index) => ({
      id,
      name: id,
      shape: 'circle',
      colour: index + 1,
      outline: false,
    })),
    nodes: all,
    wires: randomWires(pick, kinds, nodes),
    interventions: randomInterventions(pick, kinds, all),
    faults: randomFaults(pick, all),
    protocols: randomProtocols(pick, kinds, nodes),
  };
}

/** Most often one frame inside another. */
function randomFrames(pick: Pick, kinds: readonly NodeKind[]): readonly Node[] {
  const able = kinds.filter(({ runs, resizable }) => !runs && resizable);
  const kind = able.at(-1);
  if (kind === undefined || pick(3) === 0) return [];
  const settings = defaultsOf(kind.fields);
  return [
    placed({ id: 'outer', kind: kind.id, settings }),
    placed({ id: 'inner', kind: kind.id, settings, group: 'outer' }),
  ];
}

function randomNodes(pick: Pick, kinds: readonly NodeKind[], frames: readonly Node[]): readonly Node[] {
  return kinds
    .filter(({ runs }) => runs)
    .flatMap((kind) => {
      const count = roleOf(kind) === 'store' ? 1 : 1 + pick(3);
      return Array.from({ length: count }, (_, index) => {
        const settings = randomSettings(pick, kind.id, kind.fields, { types, nodes: [] });
        const frame = frames[pick(4)];
        const node = { id: `${kind.id}${index}`, kind: kind.id, settings };
        return placed(frame === undefined ? node : { ...node, group: frame.id });
      });
    });
}

const placed = (node: Node): FlowNode => ({ ...node, name: node.id, x: 0, y: 0 });

const roleOf = (kind: NodeKind): Role => kind.facts(defaultsOf(kind.fields)).role;

interface End extends WireEnd {
  readonly port: string;
  readonly of: Port;
  readonly role: Role;
}

/** A path from a source to a store over plain wires, and some more of any sort. */
function randomWires(pick: Pick, kinds: readonly NodeKind[], nodes: readonly Node[]): readonly object[] {
  const ends = nodes.flatMap((node) => {
    const kind = kinds.find(({ id }) => id === node.kind);
    return (kind?.ports ?? []).map((port): End => ({
      node: node.id,
      port: port.id,
      of: port,
      role: kind === undefined ? 'none' : roleOf(kind),
    }));
  });
  const pairs = ends
    .filter((end) => end.of.direction === 'out')
    .flatMap((from) => ends.map((to) => ({ from, to })))
    .filter(
      ({ from, to }) =>
        to.of.direction === 'in' && to.of.carries === from.of.carries && to.node !== from.node,
    );
  const path = firstPath(pairs);
  const rules = new WireRules(nodes.map(placed), kinds);
  const wires: object[] = [];
  const join = ({ from, to }: Pair, isPlain: boolean): void => {
    const [start, end] = [from, to].map(({ node, port }) => ({ node, port }));
    if (start === undefined || end === undefined || rules.check(start, end) !== null) return;
    rules.add(start, end);
    const settings = isPlain
      ? {}
      : randomSettings(pick, 'wire', wireFields[from.of.carries], { types, nodes: [] });
    wires.push({ id: `w${wires.length}`, from: start, to: end, settings });
  };
  for (const pair of path) join(pair, pick(2) === 0);
  for (let left = 3 + pick(10); left > 0; left -= 1) join(oneOf(pick, pairs), false);
  return wires;
}

interface Pair {
  readonly from: End;
  readonly to: End;
}

/** The first wires that lead from a source over a bus and a server to a store. */
function firstPath(pairs: readonly Pair[]): readonly Pair[] {
  const steps: readonly (readonly [Role, Role])[] = [
    ['source', 'bus'],
    ['bus', 'server'],
    ['server', 'store'],
  ];
  return steps.flatMap(([start, end]) => {
    const found = pairs.find(
      ({ from, to }) => from.role === start && to.role === end && from.of.deadLetter !== true,
    );
    return found === undefined ? [] : [found];
  });
}

const verbs = ['publish', 'pause', 'resume', 'crash', 'revive'] as const;

/** What people do to nodes: most of it early, when most happens. */
function randomInterventions(
  pick: Pick,
  kinds: readonly NodeKind[],
  nodes: readonly Node[],
): readonly object[] {
  const times = Array.from({ length: pick(4) }, () => pick(untilUs / oneOf(pick, [2, 20]))).toSorted(
    (a, b) => a - b,
  );
  const names = { types, nodes: nodes.map(({ id }) => id) };
  return times.map((atUs, index) => {
    if (pick(3) === 0) {
      const settings = randomSettings(pick, 'fault', handFaultFields, names);
      return { id: `i${index}`, atUs, afterStep: 0, action: { do: 'fault', settings } };
    }
    const node = oneOf(pick, nodes);
    const kind = kinds.find(({ id }) => id === node.kind);
    // What is done to a frame is done to all that is in it.
    const verb = oneOf(
      pick,
      verbs.filter((one) => (kind?.runs === true ? kind.faults.includes(one) : one !== 'publish')),
    );
    const event = {
      type: oneOf(pick, types),
      key: oneOf(pick, ['', 'order-1']),
      data: { total: 12 } as Json,
    };
    const action = { do: verb, node: node.id, ...(verb === 'publish' ? event : {}) };
    return { id: `i${index}`, atUs, afterStep: 0, action };
  });
}

/** What befalls nodes, frames and the wires between them by itself. */
function randomFaults(pick: Pick, nodes: readonly Node[]): readonly object[] {
  const names = { types, nodes: nodes.map(({ id }) => id) };
  return Array.from({ length: Math.max(0, pick(6) - 2) }, (_, index) => ({
    id: `f${index}`,
    settings: randomSettings(pick, 'fault', faultFields, names),
  }));
}

/** Rules on the order of events on the buses: small ones, that most runs break or fulfil soon. */
function randomProtocols(pick: Pick, kinds: readonly NodeKind[], nodes: readonly Node[]): readonly object[] {
  const able = kinds.filter(({ followsProtocols }) => followsProtocols === true).map(({ id }) => id);
  const buses = nodes.filter(({ kind }) => able.includes(kind)).map(({ id }) => id);
  return Array.from({ length: Math.max(0, pick(6) - 2) }, (_, index) => ({
    id: `p${index}`,
    settings: randomSettings(pick, 'protocol', protocolFields, { types, nodes: buses }),
  }));
}
