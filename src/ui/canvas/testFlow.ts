import type { FlowDoc, FlowNode, Wire, WireEnd } from '#engine/model/FlowDoc';
import { defaultsOf } from '#engine/model/defaultsOf';
import type { Settings } from '#engine/model/fields';
import { kindById } from '#kinds/index';

/** A node of a test flow with the default settings of its kind. */
export function testNode(kind: string, id: string, x: number, y: number, settings: Settings = {}): FlowNode {
  const fields = kindById.get(kind)?.fields ?? [];
  return { id, kind, name: id, x, y, settings: { ...defaultsOf(fields), ...settings } };
}

/** A wire of a test flow: `testWire('a', 'shop.out', 'orders.in')`. */
export function testWire(id: string, from: string, to: string): Wire {
  return { id, from: endOf(from), to: endOf(to), settings: {} };
}

function endOf(text: string): WireEnd {
  const [node = '', port = ''] = text.split('.');
  return { node, port };
}

/** A flow for tests. */
export function testFlow(nodes: readonly FlowNode[], wires: readonly Wire[]): FlowDoc {
  return {
    busbar: 1,
    name: 'test',
    description: '',
    seed: 1,
    untilMs: 1000,
    eventTypes: [{ id: 'placed', name: 'OrderPlaced', shape: 'circle', colour: 1, outline: false }],
    nodes,
    wires,
    interventions: [],
    faults: [],
    protocols: [],
  };
}
