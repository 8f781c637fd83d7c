import type { Distribution } from '#engine/kernel/Distribution';

/** One number of a law; all but `shape` are in milliseconds. */
export interface DistributionParameter {
  readonly id: 'mean' | 'min' | 'max' | 'deviation' | 'shape';
  readonly min: number;
  readonly max: number;
  /** What a form starts with when a person chooses the law. */
  readonly default: number;
}

export type Law = Distribution['law'];

const longest = 1e10;
const mean = { id: 'mean', min: 0, max: longest, default: 100 } as const;
/** These laws have no meaning at a mean of 0; a microsecond is the smallest time there is. */
const positiveMean = { ...mean, min: 0.001 } as const;
const deviation = { id: 'deviation', min: 0, max: longest, default: 30 } as const;

/** The parameters of every law, in the order in which forms show and links write them. */
export const distributionFields: Readonly<Record<Law, readonly DistributionParameter[]>> = {
  constant: [mean],
  exponential: [mean],
  uniform: [
    { id: 'min', min: 0, max: longest, default: 50 },
    { id: 'max', min: 0, max: longest, default: 150 },
  ],
  normal: [mean, deviation],
  logNormal: [positiveMean, deviation],
  gamma: [positiveMean, { id: 'shape', min: 0.01, max: 1000, default: 2 }],
  // With a shape of 1 or below the mean is infinite.
  pareto: [positiveMean, { id: 'shape', min: 1.01, max: 1000, default: 2.5 }],
};

/** Every law, in a fixed order. */
export const laws = Object.keys(distributionFields).filter((key): key is Law =>
  Object.hasOwn(distributionFields, key),
);
