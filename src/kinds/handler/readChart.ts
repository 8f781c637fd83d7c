import type { Settings } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import type { ChartView } from './chart/ChartView';
import type { HandlerSettings } from './handlerFields';
import type { HandlerView } from './HandlerView';

/** The statechart that says what a handler does, as a machine configuration; null when it does something else. */
export function chartSettingOf(settings: Settings): Json {
  const { behaviour, chart } = settings as unknown as Partial<HandlerSettings>; // Checked against the fields of its kind.
  return behaviour === 'statechart' ? (chart ?? null) : null;
}

/** What a picture shows of the statechart of a handler; null for other nodes, and before the run is there. */
export function chartViewOf(view: unknown): ChartView | null {
  if (typeof view !== 'object' || view === null || !('chart' in view)) return null;
  return (view as HandlerView).chart; // Only handlers have such a field.
}
