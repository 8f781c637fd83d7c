/** A law of random durations. Every parameter is in milliseconds, except the dimensionless `shape`. */
export type Distribution =
  | { readonly law: 'constant'; readonly mean: number }
  | { readonly law: 'exponential'; readonly mean: number }
  | { readonly law: 'uniform'; readonly min: number; readonly max: number }
  | {
      readonly law: 'normal';
      readonly mean: number;
      readonly deviation: number;
    }
  | {
      readonly law: 'logNormal';
      readonly mean: number;
      readonly deviation: number;
    }
  | { readonly law: 'gamma'; readonly mean: number; readonly shape: number }
  | { readonly law: 'pareto'; readonly mean: number; readonly shape: number };
