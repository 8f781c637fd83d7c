/** One line of the report: what was measured, in which unit, and how it compares with the reference beside it. */
export interface Line {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** Against the reference named in `against`; above 1 is faster (or smaller). */
  readonly ratio?: number;
  readonly against?: string;
  /** The ratio to reach. */
  readonly goal?: number;
}

/** One thing that is measured. One file each, listed in `benchmarks/index.ts`. */
export interface Benchmark {
  readonly id: string;
  readonly title: string;
  run(): readonly Line[];
}
