import type { ExploreProgress } from '#engine/analysis/explore/ExploreProgress';
import type { Io } from './Io';
import { grouped } from './numberTexts';

/** Configurations between two looks at the clock. */
const chunk = 500;
const pauseMs = 50;
const firstShownMs = 500;

/** Something that works in slices and can be stopped. */
export interface Sliced {
  readonly isOver: boolean;
  readonly progress: ExploreProgress;
  advance(count: number): void;
  cancel(): void;
}

/** Explores until it is over, shows progress where somebody can see it, and lets Ctrl-C in. False when it was stopped. */
export async function driveCheck(check: Sliced, io: Io): Promise<boolean> {
  const interrupt = io.watchInterrupt();
  const startMs = io.nowMs();
  let pausedMs = startMs;
  let isShown = false;
  try {
    while (!check.isOver) {
      check.advance(chunk);
      const nowMs = io.nowMs();
      if (nowMs - pausedMs < pauseMs) continue;
      pausedMs = nowMs;
      if (io.isTerminal && nowMs - startMs > firstShownMs) {
        isShown = true;
        await io.errors.write(`\r\u001B[2K${progressText(check.progress, nowMs - startMs)}`);
      }
      await io.pause();
      if (check.isOver || !interrupt.isInterrupted()) continue;
      check.cancel();
      return false;
    }
    return true;
  } finally {
    interrupt.stop();
    if (isShown) await io.errors.write('\r\u001B[2K');
  }
}

function progressText({ configurations, depth, waiting, memory }: ExploreProgress, spentMs: number): string {
  const perSecond = spentMs > 0 ? Math.round(configurations / (spentMs / 1000)) : 0;
  return (
    `${grouped(configurations)} configurations, ${grouped(perSecond)} a second, depth ${depth}, ` +
    `${grouped(waiting)} waiting, ${Math.round(memory / 2 ** 20)} MB`
  );
}
