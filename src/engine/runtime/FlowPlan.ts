import { assert } from '#engine/kernel/assert';
import type { Distribution } from '#engine/kernel/Distribution';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Behaviour, NodeSetup, RunningKind } from '#engine/model/NodeKind';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import type { WireSettings } from '#engine/model/wireFields';
import { expandIntervention, type PlannedIntervention } from './expandIntervention';
import type { Durations } from './ForcedChooser';
import { planFault, type FaultPlan } from './planFault';

/** Where a wire leads, and whether what it carries is part of a synchronous call. */
export interface WirePlan {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly latency: Distribution;
  /** The latency when it is always the same; −1 when it is drawn anew each time. */
  readonly fixedLatencyUs: number;
  readonly isCall: boolean;
  /** How likely a message on it is lost or doubled, and how likely an answer is lost. */
  readonly loss: number;
  readonly duplication: number;
  readonly ackLoss: number;
}

/** One node that runs or explains, with what its kind worked out. */
export interface NodePlan {
  readonly id: string;
  readonly kind: RunningKind;
  readonly behaviour: Behaviour;
  readonly setup: NodeSetup;
  readonly plan: unknown;
}

/** A document joined with its kinds: everything about a flow that does not change while it runs. */
export interface FlowPlan {
  readonly doc: FlowDoc;
  readonly nodes: readonly NodePlan[];
  readonly wires: readonly WirePlan[];
  /** Whether any wire may lose messages, by itself or in a partition. */
  readonly hasLoss: boolean;
  /** Whether an intervention prescribes what chance decides. */
  readonly hasLuck: boolean;
  /** Where durations are not drawn but taken at their bounds; absent where they are drawn. */
  readonly durations?: Durations;
  /** In the order in which they take effect. */
  readonly interventions: readonly PlannedIntervention[];
  readonly faults: readonly FaultPlan[];
  /** Those that a person brings about; none is scheduled. */
  readonly handFaults: readonly FaultPlan[];
  readonly indexOfNode: ReadonlyMap<string, number>;
  readonly indexOfType: ReadonlyMap<string, number>;
}

/** Joins a checked document with the kinds. Settings are frozen, so that states and snapshots may share them. */
export function planFlow(doc: FlowDoc, kinds: ReadonlyMap<string, RunningKind>): FlowPlan {
  const indexOfNode = new Map(doc.nodes.map((node, index) => [node.id, index]));
  const kindOf = (index: number): RunningKind => {
    const kind = kinds.get(doc.nodes[index]?.kind ?? '');
    assert(kind !== undefined, 'A checked document names only known kinds.');
    return kind;
  };
  const place = (id: string): number => {
    const index = indexOfNode.get(id);
    assert(index !== undefined, 'The wires of a checked document join its nodes.');
    return index;
  };
  const facts = doc.nodes.map((node, index) => kindOf(index).facts(node.settings));
  const wires = doc.wires.map((wire): WirePlan => {
    const from = place(wire.from.node);
    const to = place(wire.to.node);
    const carries = kindOf(from).ports.find((port) => port.id === wire.from.port)?.carries;
    const holder = carries === 'delivery' ? facts[from] : facts[to];
    // The importer checked it against wireFields.
    const { latency, loss, duplication, ackLoss } = wire.settings as unknown as WireSettings;
    const fixedLatencyUs = latency.law === 'constant' ? Math.round(latency.mean * 1000) : -1;
    const isCall = holder?.holdsCaller ?? false;
    return { id: wire.id, from, to, latency, fixedLatencyUs, isCall, loss, duplication, ackLoss };
  });
  const nodes = doc.nodes.map((node, index) => {
    const setup: NodeSetup = {
      index,
      id: node.id,
      settings: Object.freeze(node.settings),
      inWires: wires.flatMap((wire, wireIndex) => (wire.to === index ? [wireIndex] : [])),
      wires: doc.wires.flatMap((wire, wireIndex) => {
        const target = wires[wireIndex];
        const targetFacts = target === undefined ? undefined : facts[target.to];
        if (wire.from.node !== node.id || target === undefined || targetFacts === undefined) return [];
        const { id, settings } = wire;
        return [{ index: wireIndex, id, port: wire.from.port, target: target.to, settings, targetFacts }];
      }),
      nodeIds: doc.nodes.map((other) => other.id),
      eventTypes: doc.eventTypes.map((type) => type.id),
      eventTypeNames: doc.eventTypes.map((type) => type.name),
      protocols: doc.protocols
        .filter(({ settings }) => settings['bus'] === node.id)
        .map((protocol) => compileProtocol(protocol, doc.eventTypes)),
    };
    const kind = kindOf(index);
    const { behaviour } = kind;
    return { id: node.id, kind, behaviour, setup, plan: behaviour.plan(setup) };
  });
  const indexOfType = new Map(doc.eventTypes.map((type, index) => [type.id, index]));
  const interventions = doc.interventions
    .flatMap((intervention) => expandIntervention(intervention, doc, kinds))
    .toSorted((a, b) => a.atUs - b.atUs || a.afterStep - b.afterStep);
  const faults = doc.faults.flatMap((fault) => planFault(fault, doc, kinds) ?? []);
  const handFaults = [...new Set(interventions.flatMap(({ fault }) => fault ?? []))];
  const hasLoss = wires.some(({ loss }) => loss > 0) || [...faults, ...handFaults].some(({ loses }) => loses);
  const hasLuck = doc.interventions.some(({ action }) => action.do === 'pick' && action.luck !== undefined);
  return {
    doc,
    nodes,
    wires,
    hasLoss,
    hasLuck,
    interventions,
    faults,
    handFaults,
    indexOfNode,
    indexOfType,
  };
}
