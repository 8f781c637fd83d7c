import type { FlowNode, Wire } from '#engine/model/FlowDoc';
import type { Settings } from '#engine/model/fields';
import type { NodeKind } from '#engine/model/NodeKind';

/** UML arrowheads: open = asynchronous, solid with a double line = the sender waits, dashed = dead letters. */
export type WireLook = 'async' | 'call' | 'dead';

/** How a wire is drawn, from what the kinds at its ends declare. */
export function wireLook(
  nodes: ReadonlyMap<string, FlowNode>,
  kinds: ReadonlyMap<string, NodeKind>,
  wire: Pick<Wire, 'from' | 'to'>,
): WireLook {
  const [from, to] = [nodes.get(wire.from.node), nodes.get(wire.to.node)];
  const [fromKind, toKind] = [kinds.get(from?.kind ?? ''), kinds.get(to?.kind ?? '')];
  if (from === undefined || to === undefined || fromKind === undefined || toKind === undefined)
    return 'async';
  const exit = fromKind.ports.find((port) => port.id === wire.from.port);
  if (exit === undefined) return 'async';
  if (exit.deadLetter === true) return 'dead';
  const holds = toKind.facts(to.settings).holdsCaller;
  switch (exit.carries) {
    case 'access':
      // A handler goes on only with the answer of its store.
      return 'call';
    case 'event':
      return holds && waits(from.settings) ? 'call' : 'async';
    case 'delivery':
      return fromKind.facts(from.settings).holdsCaller || (holds && isLoop(from.settings)) ? 'call' : 'async';
  }
}

/** Senders of events say in `call` or `emitCall` whether they wait for the answer. */
function waits(settings: Settings): boolean {
  return (settings['call'] ?? settings['emitCall']) === 'wait';
}

/** A dispatcher that calls its subscribers one after the other is held by each of them. */
function isLoop(settings: Settings): boolean {
  return settings['dispatch'] === 'loop' && settings['delivery'] === 'async';
}
