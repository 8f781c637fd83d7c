import { compileRoute } from '#engine/model/compileRoute';
import type { NodeSetup } from '#engine/model/NodeKind';
import { readsFirst } from './actions';
import type { HandlerSettings } from './handlerFields';
import type { HandlerPlan } from './HandlerState';

/** Works out a handler's limits, routes and laws from its settings and wires. */
export function planHandler(setup: NodeSetup): HandlerPlan {
  const settings = setup.settings as unknown as HandlerSettings; // The importer checked it against handlerFields.
  return {
    settings,
    workers: settings.workers === 0 ? Infinity : settings.workers,
    inboxCapacity: settings.inboxCapacity === 0 ? Infinity : settings.inboxCapacity,
    routes: compileRoute(setup, 'exact', (wire) => wire.port === 'out'),
    deadLetterWires: setup.wires.filter((wire) => wire.port === 'deadLetter'),
    storeWire: setup.wires.find((wire) => wire.port === 'store') ?? null,
    serviceByType: setup.eventTypes.map(
      (id) => settings.serviceByType.find((entry) => entry.type === id)?.service ?? null,
    ),
    emitTypes: settings.actions.map((action) => setup.eventTypes.indexOf(action.type)),
    poison: new Set(settings.poisonKeys),
    readsAtStart: settings.actions.some((action) => readsFirst(action)),
  };
}
