import { compileCondition, compileExpression, compileText } from '#engine/expression/compileExpression';
import { compileFilters } from '#engine/expression/WireFilters';
import { compileRoute } from '#engine/model/compileRoute';
import type { NodeSetup } from '#engine/model/NodeKind';
import type { HandlerAction } from './actionFields';
import { readsFirst } from './actions';
import { planChart } from './chart/planChart';
import { planFormula, planTemplate } from './formulas';
import { guards } from './guards/index';
import type { ActivePolicy } from './guards/Guard';
import type { HandlerSettings } from './handlerFields';
import type { HandlerPlan, PlannedAction } from './HandlerState';

/** Works out a handler's limits, routes and laws from its settings and wires. */
export function planHandler(setup: NodeSetup): HandlerPlan {
  const settings = setup.settings as unknown as HandlerSettings; // The importer checked it against handlerFields.
  const listed = settings.behaviour === 'actions' ? settings.actions : [];
  const actions = listed.map((action) => planAction(action, setup));
  const doneActions = actions.filter(({ action }) => action.on === 'done');
  const reads = doneActions.filter(({ action }) => readsFirst(action));
  const policies = planPolicies(settings, setup);
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
    poison: new Set(settings.poisonKeys),
    reads,
    actions: doneActions.filter(({ action }) => action.do !== 'read'),
    failureActions: actions.filter(({ action }) => action.on === 'failed'),
    serviceBy: planFormula(settings.serviceBy, compileExpression, setup),
    failsByItem: settings.batchFailure === 'item',
    batchSize: settings.batchSize,
    batchWaitUs: Math.round(settings.batchWaitMs * 1000),
    policies,
    startsQuietly: policies === null && reads.length === 0 && settings.serviceBy.trim() === '',
    chart: planChart(settings, setup),
    timeoutUs: Math.round(settings.timeoutMs * 1000),
  };
}

/**
 * The guards that are switched on; batches, and abandoned attempts that keep their worker, need their way of
 * beginning as well.
 */
function planPolicies(settings: HandlerSettings, setup: NodeSetup): readonly ActivePolicy[] | null {
  const policies = guards.flatMap((guard) => guard.plan(settings, setup) ?? []);
  const keepsWorker = settings.timeoutMs > 0 && settings.timeoutKeepsWorker;
  return policies.length > 0 || keepsWorker || settings.batchSize > 1 ? policies : null;
}

function planAction(action: HandlerAction, setup: NodeSetup): PlannedAction {
  return {
    action,
    type: setup.eventTypes.indexOf(action.type),
    condition: planFormula(action.condition, compileCondition, setup),
    keyBy: planFormula(action.keyBy, compileText, setup),
    data: planTemplate(action.data, setup),
    value: planTemplate(action.value, setup),
    each: planFormula(action.each, compileExpression, setup),
    delayUs: Math.round(action.delayMs * 1000),
  };
}
