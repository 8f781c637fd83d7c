import type { EventType, FlowDoc, FlowNode, Wire } from '#engine/model/FlowDoc';
import type { NodeFacts, Port } from '#engine/model/NodeKind';
import { dialects } from '#engine/model/patterns/index';
import type { JudgedKind, Traits } from '#engine/model/Traits';
import { Traffic } from './Traffic';

/** A node that runs, as rules see it. */
export interface LintNode {
  readonly index: number;
  readonly node: FlowNode;
  readonly id: string;
  readonly name: string;
  readonly kind: JudgedKind;
  readonly facts: NodeFacts;
  readonly traits: Traits;
  readonly ins: LintWire[];
  readonly outs: LintWire[];
}

/** A wire between two nodes that run. */
export interface LintWire {
  readonly index: number;
  readonly wire: Wire;
  readonly id: string;
  readonly from: LintNode;
  readonly to: LintNode;
  readonly port: Port;
  readonly isDeadLetter: boolean;
  /** Whether its patterns let an event type through, by the place of the type. Without patterns all go. */
  readonly wants: (type: number) => boolean;
  readonly patterns: readonly string[];
  readonly hasFilter: boolean;
  /** Mean number of arrivals for each event that sets out. */
  readonly yield: number;
}

/** A document read for judging: its nodes and wires joined, and what flows on them. */
export class LintFlow {
  readonly doc: FlowDoc;
  readonly kinds: readonly JudgedKind[];
  readonly types: readonly EventType[];
  readonly nodes: readonly LintNode[];
  readonly wires: readonly LintWire[];
  #traffic: Traffic | null = null;

  constructor(doc: FlowDoc, kinds: readonly JudgedKind[]) {
    this.doc = doc;
    this.kinds = kinds;
    this.types = doc.eventTypes;
    const byId = new Map(kinds.map((kind) => [kind.id, kind]));
    this.nodes = doc.nodes.flatMap((node, index) => {
      const kind = byId.get(node.kind);
      return kind?.runs === true ? [lintNode(node, kind, index, doc)] : [];
    });
    const nodes = new Map(this.nodes.map((node) => [node.id, node]));
    this.wires = doc.wires.flatMap((wire, index) => {
      const [from, to] = [nodes.get(wire.from.node), nodes.get(wire.to.node)];
      const port = from?.kind.ports.find(({ id }) => id === wire.from.port);
      return from === undefined || to === undefined || port === undefined
        ? []
        : [this.#wire(wire, index, from, to, port)];
    });
    for (const wire of this.wires) {
      wire.from.outs.push(wire);
      wire.to.ins.push(wire);
    }
  }

  /** What flows where; worked out when it is first asked for. */
  get traffic(): Traffic {
    this.#traffic ??= new Traffic(this);
    return this.#traffic;
  }

  #wire(wire: Wire, index: number, from: LintNode, to: LintNode, port: Port): LintWire {
    const { patterns, filter, loss, duplication } = wire.settings;
    const texts = Array.isArray(patterns) ? patterns.filter((one) => typeof one === 'string') : [];
    const dialectId = from.traits.queue?.dialect ?? to.traits.queue?.dialect ?? 'exact';
    const dialect = dialects.find(({ id }) => id === dialectId);
    const tests = texts.map((text) => dialect?.compile(text) ?? (() => false));
    const wanted = this.types.map(({ name }) => tests.length === 0 || tests.some((test) => test(name)));
    return {
      index,
      wire,
      id: wire.id,
      from,
      to,
      port,
      isDeadLetter: port.deadLetter === true,
      wants: (type) => wanted[type] === true,
      patterns: texts,
      hasFilter: typeof filter === 'string' && filter.trim() !== '',
      yield: (1 - numberOf(loss)) * (1 + numberOf(duplication)),
    };
  }
}

function lintNode(node: FlowNode, kind: JudgedKind, index: number, doc: FlowDoc): LintNode {
  const types = doc.eventTypes.map(({ id }) => id);
  return {
    index,
    node,
    id: node.id,
    name: node.name,
    kind,
    facts: kind.facts(node.settings),
    traits: kind.traits?.(node.settings, types) ?? {},
    ins: [],
    outs: [],
  };
}

const numberOf = (value: unknown) => (typeof value === 'number' ? value : 0);
