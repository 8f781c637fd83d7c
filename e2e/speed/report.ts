import type { Watched } from './watchPage';

/** Prints a line of figures, and beside each that of a plain React Flow with the same nodes and wires. */
export function report(what: string, ours: Watched, plain: Watched | null): void {
  const beside = (of: (watched: Watched) => number, digits = 0): string =>
    `${of(ours).toFixed(digits)}${plain === null ? '' : ` (plain ${of(plain).toFixed(digits)})`}`;
  console.log(
    [
      what,
      `${beside((one) => one.framesPerSecond)} frames/s`,
      `95 % of frames within ${beside((one) => one.p95FrameMs, 1)} ms`,
      `${beside((one) => one.busyMs)} ms of work a second`,
      `${beside((one) => one.longTasks)} tasks over 50 ms, the longest ${beside((one) => one.longestTaskMs)} ms`,
    ].join(' · '),
  );
}
