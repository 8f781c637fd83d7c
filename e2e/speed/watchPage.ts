import type { Page } from '@playwright/test';

/** What a page did while it was watched. */
export interface Watched {
  readonly framesPerSecond: number;
  /** Milliseconds between two frames: of 100, 95 were not longer. */
  readonly p95FrameMs: number;
  /** The longest task of the page's thread, and how many took more than 50 ms. */
  readonly longestTaskMs: number;
  readonly longTasks: number;
  /** Milliseconds of work of the page's thread in a second. */
  readonly busyMs: number;
}

interface Marks {
  readonly frames: number[];
  readonly tasks: number[];
}

declare global {
  interface Window {
    busbarMarks?: Marks;
  }
}

/** Watches the page's own thread while something is done with it. */
export async function watchPage(page: Page, perform: () => Promise<unknown>): Promise<Watched> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async (): Promise<{ readonly at: number; readonly spent: number }> => {
    const { metrics } = await session.send('Performance.getMetrics');
    const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return { at: of('Timestamp'), spent: of('TaskDuration') };
  };
  await page.evaluate(beginMarks);
  const before = await busy();
  await perform();
  const after = await busy();
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
    busyMs: (1000 * (after.spent - before.spent)) / (after.at - before.at),
  };
}

/** Runs inside the page. */
function beginMarks(): void {
  const marks: Marks = { frames: [], tasks: [] };
  window.busbarMarks = marks;
  const note = (at: number): void => {
    if (window.busbarMarks !== marks) return;
    marks.frames.push(at);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) marks.tasks.push(duration);
  }).observe({ type: 'longtask' });
}

/** Runs inside the page. */
function endMarks(): Marks {
  const marks = window.busbarMarks ?? { frames: [], tasks: [] };
  delete window.busbarMarks;
  return { frames: [...marks.frames], tasks: [...marks.tasks] };
}
