import { compileFilters } from '#engine/expression/WireFilters';
import { compileRoute } from '#engine/model/compileRoute';
import type { NodeSetup } from '#engine/model/NodeKind';
import { readsFirst } from './actions';
import { guards } from './guards/index';
import type { ActivePolicy } from './guards/Guard';
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
    filters: compileFilters(setup.wires),
    deadLetterWires: setup.wires.filter((wire) => wire.port === 'deadLetter'),
    storeWire: setup.wires.find((wire) => wire.port === 'store') ?? null,
    serviceByType: setup.eventTypes.map(
      (id) => settings.serviceByType.find((entry) => entry.type === id)?.service ?? null,
    ),
    emitTypes: settings.actions.map((action) => setup.eventTypes.indexOf(action.type)),
    poison: new Set(settings.poisonKeys),
    readsAtStart: settings.actions.some((action) => readsFirst(action)),
    policies: planPolicies(settings, setup),
    timeoutUs: Math.round(settings.timeoutMs * 1000),
  };
}

/** The guards that are switched on; an abandoned attempt that keeps its worker needs their way of beginning as well. */
function planPolicies(settings: HandlerSettings, setup: NodeSetup): readonly ActivePolicy[] | null {
  const policies = guards.flatMap((guard) => guard.plan(settings, setup) ?? []);
  const keepsWorker = settings.timeoutMs > 0 && settings.timeoutKeepsWorker;
  return policies.length > 0 || keepsWorker ? policies : null;
}
