import type { ChartState } from '#engine/model/statechart/Statechart';

/** A name as the key of a state: without the signs that targets are made of, and unlike those beside it. */
export function freeKey(label: string, { states }: ChartState, own?: string): string {
  const wanted =
    label
      .replaceAll(/[.\\#]/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
      .slice(0, 70) || 'state';
  const taken = new Set(states.map(({ key }) => key).filter((key) => key !== own));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted} ${number}`)) number += 1;
  return `${wanted} ${number}`;
}
