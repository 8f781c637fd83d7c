import type { RunData } from '#ui/store/runData';

/** Which share of its virtual length a run is known, from 0 to 1; null where it has no length, and so no share. */
export function knownShare({ doc, summary }: RunData): number | null {
  if (doc.untilMs === 0 || summary === null) return null;
  // In hundredths: nobody sees a smaller difference, and a picture costs.
  return Math.floor(Math.min(1, summary.timeUs / (doc.untilMs * 1000)) * 100) / 100;
}
