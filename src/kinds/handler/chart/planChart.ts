import type { NodeSetup } from '#engine/model/NodeKind';
import { flattenStates } from '#engine/model/statechart/flattenStates';
import type { ChartState } from '#engine/model/statechart/Statechart';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import { compileStatechart } from '#engine/statechart/compileStatechart';
import type { ChartPlan } from './ChartRoom';
import type { ChartSettings } from './chartFields';

/** Makes a handler's statechart ready; null when it has none. */
export function planChart(settings: ChartSettings, setup: NodeSetup): ChartPlan | null {
  if (settings.behaviour !== 'statechart' || settings.chart === null) return null;
  const read = readStatechart(settings.chart, null);
  // The importer made the setting from a chart that reads well.
  if (!read.ok) return null;
  const { root } = read.value;
  return {
    tables: compileStatechart(read.value),
    paths: flattenStates(read.value).map(({ path }) => path.join('.')),
    isPerKey: settings.chartInstances === 'perKey',
    outlivesCrash: settings.chartOnCrash === 'keep',
    hasEnd: canEnd(root),
    types: new Map(setup.eventTypeNames.map((name, index) => [name, index])),
  };
}

/** Whether a state can be done: a final one lies directly inside, or every region of it can. */
function canEnd({ type, states }: ChartState): boolean {
  if (type === 'compound') return states.some((inside) => inside.type === 'final');
  return type === 'parallel' && states.every((region) => region.type === 'history' || canEnd(region));
}
