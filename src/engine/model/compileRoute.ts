import type { NodeSetup, OutWire } from './NodeKind';
import { matchesAny } from './patterns/matchesAny';

/**
 * For each event type, in document order, the outgoing wires whose patterns match its name. Wires keep
 * document order, which is the order of subscription.
 */
export function compileRoute(
  setup: NodeSetup,
  dialect: string,
  accepts: (wire: OutWire) => boolean,
): readonly (readonly OutWire[])[] {
  const wires = setup.wires.filter(accepts);
  return setup.eventTypeNames.map((name) =>
    wires.filter((wire) => matchesAny(dialect, patternsOf(wire), name)),
  );
}

function patternsOf(wire: OutWire): readonly string[] {
  const { patterns } = wire.settings;
  return Array.isArray(patterns) ? patterns.filter((pattern) => typeof pattern === 'string') : [];
}
