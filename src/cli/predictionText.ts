import type { FigureInterval } from '#engine/analysis/figureIntervals';
import { assumptionTexts, eachOnce, type Assumption } from '#engine/analysis/predict/assumptionTexts';
import { isOutside } from '#engine/analysis/predict/isOutside';
import type { PredictedFigure, Prediction, StationPrediction } from '#engine/analysis/predict/Prediction';
import type { MeanInterval } from '#engine/analysis/statistics/MeanInterval';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { milliseconds, perCent, plain } from './numberTexts';
import { textTable } from './textTable';

/** What is predicted, beside what runs came to where there were any. */
export function predictionText(
  prediction: Prediction,
  figures: readonly FigureInterval[],
  doc: FlowDoc,
): string {
  const { stations, nodes, forks, bottleneck } = prediction;
  const parts = [
    textTable(
      [
        { title: 'line before' },
        { title: 'model' },
        { title: 'tier' },
        { title: 'load', isNumber: true },
        { title: 'served /s', isNumber: true },
        { title: 'growth /s', isNumber: true },
        { title: 'waiting', isNumber: true },
        { title: 'wait ms', isNumber: true },
      ],
      stations.map(stationRow),
    ),
    textTable(
      [
        { title: 'node' },
        { title: 'figure' },
        { title: 'predicted', isNumber: true },
        { title: 'tier' },
        { title: 'simulated', isNumber: true },
        { title: '95 % interval' },
      ],
      nodes.flatMap(({ id, figures: own }) => own.map((figure) => figureRow(id, figure, figures))),
    ),
    forks
      .map(
        ({ id, parts: count, allDoneUs, model, tier }) =>
          `all ${count} groups of ${id} are done after ${milliseconds(allDoneUs)} ms (${model}, ${tierWords[tier]})\n`,
      )
      .join(''),
    bottleneck === null ? '' : `bottleneck: ${bottleneck}\n`,
    capacityText(prediction),
    listText(prediction, doc),
  ];
  return parts.filter((part) => part !== '').join('\n');
}

/** How sure a figure is, in words. */
export const tierWords = {
  exact: 'exact',
  chain: 'Markov chain',
  approximation: 'approximate',
  simulation: 'simulated',
  partial: 'without faults and time-outs',
} as const;

function capacityText({ capacity: { publishedPerSecond, sustainablePerSecond } }: Prediction): string {
  if (publishedPerSecond === null || sustainablePerSecond === null) return '';
  return `published: ${plain(publishedPerSecond)} /s, at most ${plain(sustainablePerSecond)} /s can be kept up\n`;
}

function stationRow(station: StationPrediction): readonly string[] {
  const { id, model, tier, load, throughputPerSecond, growthPerSecond, queue, waitUs, isEndless } = station;
  const number = (value: number | null, text = plain) => (value === null ? '' : text(value));
  return [
    id,
    model ?? '',
    tier === null ? '' : tierWords[tier],
    number(load, perCent),
    number(throughputPerSecond),
    number(growthPerSecond),
    isEndless ? 'no end' : number(queue),
    isEndless ? 'no end' : number(waitUs, milliseconds),
  ];
}

function figureRow(
  id: string,
  { figure, value, tier, model }: PredictedFigure,
  figures: readonly FigureInterval[],
): readonly string[] {
  const interval = figures.find((one) => one.id === id && one.figure === figure)?.interval ?? null;
  const mark = isOutside({ figure, value, tier, model }, interval) ? ', predicted is outside' : '';
  const text = figure.endsWith('Us') ? milliseconds : plain;
  return [
    id,
    figure.endsWith('Us') ? `${figure.slice(0, -2)} ms` : figure,
    text(value),
    tierWords[tier],
    interval === null ? '' : text(interval.mean),
    interval === null ? '' : `${intervalText(interval, text)}${mark}`,
  ];
}

/** One that reaches down to nothing is only a bound from above: too few runs, or too short ones, for more. */
function intervalText({ mean, low, high }: MeanInterval, text: (value: number) => string): string {
  return low === 0 && mean > 0 ? `up to ${text(high)}` : `${text(low)} to ${text(high)}`;
}

function listText({ stations, assumptions }: Prediction, doc: FlowDoc): string {
  const taken = eachOnce([...assumptions, ...stations.flatMap((one) => one.assumptions)]);
  const missing = eachOnce(stations.flatMap((one) => one.missing));
  return [
    ...taken.map((one) => `taken for granted: ${assumptionText(one, doc)}\n`),
    ...missing.map((one) => `not predicted: ${assumptionText(one, doc)}\n`),
  ].join('');
}

/** An assumption as a sentence, with the names of nodes and the ids of settings. */
export function assumptionText({ code, node, other, setting }: Assumption, doc: FlowDoc): string {
  const nameOf = (id: string) => doc.nodes.find((one) => one.id === id)?.name ?? id;
  const values: Readonly<Record<string, string>> = { node: nameOf(node), other: nameOf(other), setting };
  return assumptionTexts[code].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
