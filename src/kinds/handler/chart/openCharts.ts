import type { ChartPlan, ChartRoom } from './ChartRoom';

/** Keys of the charts that are where a run may not end: those before their end, and those that broke off. */
export function openCharts(
  { instances, open }: ChartRoom,
  { hasEnd }: ChartPlan,
): { readonly waiting: readonly string[]; readonly broken: readonly string[] } {
  if (open === 0) return { waiting: [], broken: [] };
  const all = Object.values(instances);
  const keysOf = (status: 'active' | 'error') =>
    all.filter(({ snapshot }) => snapshot.status === status).map(({ key }) => key);
  return { waiting: hasEnd ? keysOf('active') : [], broken: keysOf('error') };
}
