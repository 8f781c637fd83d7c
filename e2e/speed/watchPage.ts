import type { Page } from '@playwright/test';

/** What a page did while it was watched. */
export interface Watched {
  readonly framesPerSecond: number;
  /** Milliseconds between two frames: of 100, 95 were not longer. */
  readonly p95FrameMs: number;
  /** The longest task of the page's thread, and how many took more than 50 ms; by the clock on the wall. */
  readonly longestTaskMs: number;
  readonly longTasks: number;
  /** Milliseconds of processor time that the page's thread took in a second: what else the machine did is not in it. */
  readonly busyMs: number;
}

interface Marks {
  readonly frames: number[];
  readonly tasks: number[];
  readonly observer: PerformanceObserver;
}

declare global {
  interface Window {
    busbarMarks?: Marks;
  }
}

/** Watches the page's own thread while something is done with it. */
export async function watchPage(page: Page, perform: () => Promise<unknown>): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
  };
  await page.evaluate(beginMarks);
  const [before, startMs] = [await spent(), performance.now()];
  await perform();
  const [after, endMs] = [await spent(), performance.now()];
  const { frames, tasks } = await page.evaluate(endMarks);
  await session.detach();
  const gaps = frames.slice(1).map((at, index) => at - (frames[index] ?? 0));
  const sorted = gaps.toSorted((a, b) => a - b);
  const seconds = ((frames.at(-1) ?? 0) - (frames[0] ?? 0)) / 1000;
  return {
    framesPerSecond: gaps.length / seconds,
    p95FrameMs: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
    longestTaskMs: Math.max(0, ...tasks),
    longTasks: tasks.length,
    busyMs: (1e6 * (after - before)) / (endMs - startMs),
  };
}

/** Runs inside the page. */
function beginMarks(): void {
  const tasks: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  });
  observer.observe({ type: 'longtask' });
  const marks: Marks = { frames: [], tasks, observer };
  window.busbarMarks = marks;
  const note = (at: number): void => {
    if (window.busbarMarks !== marks) return;
    marks.frames.push(at);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}

/** Runs inside the page. */
function endMarks(): Pick<Marks, 'frames' | 'tasks'> {
  const marks = window.busbarMarks;
  delete window.busbarMarks;
  if (marks === undefined) return { frames: [], tasks: [] };
  const late = marks.observer.takeRecords().map(({ duration }) => duration);
  marks.observer.disconnect();
  return { frames: [...marks.frames], tasks: [...marks.tasks, ...late] };
}
