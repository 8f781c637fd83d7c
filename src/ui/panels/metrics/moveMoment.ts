import type { KeyboardEvent } from 'react';
import { useMetrics } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import { bucketAt } from './valuesOf';

/** Takes the playhead to a moment and stays there. */
export function seekTo(us: number): void {
  const { pause, seek } = useRun.getState();
  const timeUs = Math.max(0, Math.round(us));
  pause();
  seek(timeUs === 0 ? { step: 0 } : { timeUs });
}

/** The bucket that is pointed at, or else that of the playhead; at least the first. */
function shownBucket(edgesUs: readonly number[]): number {
  return Math.max(0, bucketAt(edgesUs, useMetrics.getState().atUs ?? useRun.getState().playhead.timeUs));
}

/**
 * The keys of a chart: arrows point at the next bucket, with Shift ten further, Home and End at the outermost, Enter takes
 * the playhead there, Escape lets go.
 */
export function moveByKey(event: KeyboardEvent, edgesUs: readonly number[]): void {
  if (event.ctrlKey || event.metaKey || event.altKey || edgesUs.length < 2) return;
  const last = edgesUs.length - 2;
  const at = shownBucket(edgesUs);
  const by = event.shiftKey ? 10 : 1;
  const targets: Readonly<Record<string, number>> = {
    ArrowRight: at + by,
    ArrowUp: at + by,
    ArrowLeft: at - by,
    ArrowDown: at - by,
    PageUp: at + 10,
    PageDown: at - 10,
    Home: 0,
    End: last,
  };
  const target = Object.hasOwn(targets, event.key) ? targets[event.key] : undefined;
  if (target !== undefined) pointAt(edgesUs, Math.min(last, Math.max(0, target)));
  else if (event.key === 'Enter') seekTo(middleOf(edgesUs, at));
  else if (event.key === 'Escape' && useMetrics.getState().atUs !== null) useMetrics.setState({ atUs: null });
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function pointAt(edgesUs: readonly number[], bucket: number): void {
  useMetrics.setState({ atUs: middleOf(edgesUs, bucket) });
}

const middleOf = (edgesUs: readonly number[], bucket: number) =>
  ((edgesUs[bucket] ?? 0) + (edgesUs[bucket + 1] ?? edgesUs[bucket] ?? 0)) / 2;
