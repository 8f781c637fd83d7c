import type { Moment, Progress, PublisherPlan } from '../PublisherState';
import type { PublisherSettings } from '../publisherFields';

/** The time of the next of the moments that are written down. */
export function nextListedUs(progress: Progress, plan: PublisherPlan): number {
  return plan.listed?.[progress.made]?.atUs ?? Infinity;
}

/** When something that was written for a time after the start is due. */
export function listedUs(settings: PublisherSettings, atMs: number): number {
  return Math.round(settings.startMs * 1000) + Math.round((atMs * 1000) / settings.timeScale);
}

/** By time, and in the order given among equals: `toSorted` is stable. */
export function sortedByTime(moments: readonly Moment[]): readonly Moment[] {
  return moments.toSorted((a, b) => a.atUs - b.atUs);
}
