import type { Benchmark } from '../Benchmark';
import { exploring } from './exploring';
import { eventsPerSecond } from './eventsPerSecond';
import { growthWithNodes } from './growthWithNodes';
import { growthWithPending } from './growthWithPending';
import { memoryPerEvent } from './memoryPerEvent';
import { minimise } from './minimise';
import { pendingTimers } from './pendingTimers';
import { statechart } from './statechart';
import { stepBack } from './stepBack';
import { tracing } from './tracing';

/** Everything that is measured, in the order of the report. */
export const benchmarks: readonly Benchmark[] = [
  eventsPerSecond,
  tracing,
  pendingTimers,
  growthWithPending,
  growthWithNodes,
  memoryPerEvent,
  stepBack,
  minimise,
  statechart,
  exploring,
];
