import { timingsOf, type Claim } from '#engine/analysis/explore/timingsOf';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { runningKinds } from '#kinds/runningKinds';

/** Whether the durations of a flow allow a run that was found: how soon it could be over, or what contradicts it; a line each. */
export function timingsText(found: FlowDoc): readonly string[] {
  const timings = timingsOf(found, runningKinds);
  if (timings === null) return ['its timings cannot be told: it cannot be replayed with other durations'];
  if (!timings.isPossible) {
    const claims = timings.claims.map((claim) => `  ${claimText(claim, timings.doc)}`);
    return ['not possible with the durations of this flow, for', ...claims];
  }
  const lastMs = Math.max(0, ...timings.timesUs) / 1000;
  return [`possible with the durations of this flow: over after ${lastMs} ms at the earliest`];
}

function claimText({ step, other, atMostUs }: Claim, doc: FlowDoc): string {
  const [one, two] = [nameOf(step, doc), nameOf(other, doc)];
  if (atMostUs < 0) return `${two} comes at least ${-atMostUs / 1000} ms after ${one}`;
  return atMostUs === 0
    ? `${one} comes no later than ${two}`
    : `${one} comes at most ${atMostUs / 1000} ms after ${two}`;
}

/** A step by its key; they are counted from 1, and 0 is the beginning. */
function nameOf(step: number, { interventions }: FlowDoc): string {
  const action = interventions[step - 1]?.action;
  if (action === undefined) return 'the beginning';
  if ('message' in action) return action.message;
  return 'node' in action ? `${action.do} of ${action.node}` : action.do;
}
