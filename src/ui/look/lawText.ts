import { formatDuration, formatNumber, formatRate, type FormatLanguage } from './format';

/** A law of random durations as the document holds it; every parameter but `shape` in milliseconds. */
export type Law =
  | { readonly law: 'constant' | 'exponential'; readonly mean: number }
  | { readonly law: 'uniform'; readonly min: number; readonly max: number }
  | { readonly law: 'normal' | 'logNormal'; readonly mean: number; readonly deviation: number }
  | { readonly law: 'gamma' | 'pareto'; readonly mean: number; readonly shape: number };

/** The texts this file needs from the catalogue. */
export type LawWords = (
  key:
    | 'canvas.lawInstant'
    | 'canvas.lawExponential'
    | 'canvas.lawLogNormal'
    | 'canvas.lawGamma'
    | 'canvas.lawPareto'
    | 'canvas.everyPoisson'
    | 'canvas.every',
  values?: Readonly<Record<string, string | number>>,
) => string;

const duration = (ms: number, language: FormatLanguage) => formatDuration(ms * 1000, language);

/** How long something takes, in as few signs as say it all: `55 ms ± 15`. */
export function serviceText(law: Law, words: LawWords, language: FormatLanguage): string {
  switch (law.law) {
    case 'constant':
      return law.mean === 0 ? words('canvas.lawInstant') : duration(law.mean, language);
    case 'exponential':
      return words('canvas.lawExponential', { mean: duration(law.mean, language) });
    case 'uniform':
      return rangeText(law.min, law.max, language);
    case 'normal':
      return spreadText(law.mean, law.deviation, language);
    case 'logNormal':
      return words('canvas.lawLogNormal', { spread: spreadText(law.mean, law.deviation, language) });
    case 'gamma':
    case 'pareto':
      return words(law.law === 'gamma' ? 'canvas.lawGamma' : 'canvas.lawPareto', {
        mean: duration(law.mean, language),
        shape: formatNumber(law.shape, language),
      });
  }
}

/** How often something happens: a Poisson process by its rate, everything else by its interval. */
export function arrivalText(law: Law, words: LawWords, language: FormatLanguage): string {
  if (law.law === 'exponential') {
    return words('canvas.everyPoisson', { rate: formatRate(1000 / Math.max(law.mean, 1e-6), language) });
  }
  return words('canvas.every', { interval: serviceText(law, words, language) });
}

/** Both ends in one unit where they have the same: `100–300 ms`. */
function rangeText(min: number, max: number, language: FormatLanguage): string {
  const from = duration(min, language);
  const to = duration(max, language);
  const [amount, unit] = from.split('\u00a0');
  return to.endsWith(`\u00a0${unit}`) && from.split('\u00a0').length === 2
    ? `${amount}–${to}`
    : `${from} – ${to}`;
}

function spreadText(mean: number, deviation: number, language: FormatLanguage): string {
  const middle = duration(mean, language);
  const spread = duration(deviation, language);
  const [amount, unit] = spread.split('\u00a0');
  return middle.endsWith(`\u00a0${unit}`) && spread.split('\u00a0').length === 2
    ? `${middle} ± ${amount}`
    : `${middle} ± ${spread}`;
}
