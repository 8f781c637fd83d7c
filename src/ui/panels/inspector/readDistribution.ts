import type { Distribution } from '#engine/kernel/Distribution';
import { distributionFields, laws, type Law } from '#engine/model/distributionFields';
import type { Json } from '#engine/model/Json';
import { isRecord } from './isRecord';

type Numbers = Readonly<Record<string, number>>;

/** The distribution in a setting. Checked documents hold one; anything else reads as the fallback. */
export function readDistribution(value: Json, fallback: Distribution): Distribution {
  if (!isRecord(value)) return fallback;
  const law = laws.find((one) => one === value['law']);
  return law === undefined ? fallback : build(law, numbersOf(value));
}

/** The same sort of durations under another law: the mean and the spread stay as far as the new law has them. */
export function withLaw(old: Distribution, law: Law): Distribution {
  const mean = old.law === 'uniform' ? (old.min + old.max) / 2 : old.mean;
  const derived = { mean, deviation: mean / 4, min: mean / 2, max: mean * 1.5 };
  // The exponent 2 of one law says nothing about the shape of another.
  const { shape: _, ...kept } = numbersOf({ ...old });
  return build(law, { ...derived, ...kept });
}

/** The distribution with one parameter changed. */
export function withParameter(old: Distribution, parameter: string, value: number): Distribution {
  return build(old.law, { ...numbersOf({ ...old }), [parameter]: value });
}

function numbersOf(value: object): Numbers {
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number'),
  );
}

function build(law: Law, numbers: Numbers): Distribution {
  const parameters = distributionFields[law].map(({ id, min, max, default: otherwise }) => [
    id,
    Math.min(max, Math.max(min, numbers[id] ?? otherwise)),
  ]);
  // The table lists exactly the parameters of each law, which the compiler cannot follow through the map.
  return { law, ...Object.fromEntries(parameters) } as Distribution;
}
