import type { Field, Settings } from '#engine/model/fields';
import type { Statechart } from '#engine/model/statechart/Statechart';
import { isRecord } from '../inspector/isRecord';

/** The form of the chart as a whole. */
export const wholeFields: readonly Field[] = [
  { id: 'context', type: 'json', default: {}, maxLength: 4000 },
  { id: 'output', type: 'json', default: null, maxLength: 4000, template: true },
];

/** What the form shows. */
export const wholeSettings = ({ context, root }: Statechart): Settings => ({
  context,
  output: root.output ?? null,
});

/** The chart as the form says. */
export function wholeOf(chart: Statechart, settings: Settings): Statechart {
  const context = settings['context'] ?? null;
  const output = settings['output'] ?? null;
  return {
    context: isRecord(context) ? context : {},
    root: { ...chart.root, output: output === null ? undefined : output },
  };
}
