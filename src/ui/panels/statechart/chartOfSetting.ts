import type { Json } from '#engine/model/Json';
import type { Problem } from '#engine/model/Problem';
import { exportStatechart } from '#engine/model/statechart/exportStatechart';
import { readStatechart } from '#engine/model/statechart/readStatechart';
import type { Statechart } from '#engine/model/statechart/Statechart';
import { plainState } from './changeChart';

const empty: Statechart = { context: {}, root: { ...plainState('(machine)'), id: 'chart' } };

/** The statechart that a setting holds; one without states where it holds none. */
export function chartOfSetting(value: Json): Statechart {
  if (value === null) return empty;
  const read = readStatechart(value, null);
  return read.ok ? read.value : empty;
}

/** A statechart as a setting, or what keeps it from being one. */
export function settingOfChart(
  chart: Statechart,
):
  | { readonly ok: true; readonly value: Json }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const value = exportStatechart(chart);
  const read = readStatechart(value, null);
  return read.ok ? { ok: true, value } : read;
}
