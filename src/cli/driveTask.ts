import type { Task } from '#engine/analysis/predict/Task';
import type { Io } from './Io';

const pauseMs = 50;
const firstShownMs = 500;

/** Drives a task to its end, shows how far it is where somebody can see it, and lets Ctrl-C in. Null when it was stopped. */
export async function driveTask<T>(task: Task<T>, io: Io): Promise<{ readonly value: T } | null> {
  const interrupt = io.watchInterrupt();
  const startMs = io.nowMs();
  let pausedMs = startMs;
  let isShown = false;
  try {
    for (;;) {
      const turn = task.next();
      if (turn.done === true) return { value: turn.value };
      const nowMs = io.nowMs();
      if (nowMs - pausedMs < pauseMs) continue;
      pausedMs = nowMs;
      if (io.isTerminal && nowMs - startMs > firstShownMs) {
        isShown = true;
        const { done, total } = turn.value;
        await io.errors.write(`\r\u001B[2K${((100 * done) / Math.max(1, total)).toFixed(0).padStart(3)} %`);
      }
      await io.pause();
      if (interrupt.isInterrupted()) return null;
    }
  } finally {
    interrupt.stop();
    if (isShown) await io.errors.write('\r\u001B[2K');
  }
}
