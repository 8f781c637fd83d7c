import type { Simulation } from './Simulation';
import type { RunSummary } from './Trace';
import { unmetRules } from './unmetRules';
import { verdictOf } from './verdict';

/** What a run has come to where it stands; `limit` is that of the run which it has reached, if any. */
export function summaryOf(frontier: Simulation, limit: 'steps' | 'instant' | null): RunSummary {
  const { status, waiting, isBlocked } = verdictOf(frontier);
  return {
    steps: frontier.stepCount,
    timeUs: frontier.nowUs,
    status: limit !== null && status === 'running' ? 'limit' : status,
    waiting,
    isBlocked,
    unmet: status === 'stuck' ? unmetRules(frontier) : [],
    eventsPublished: frontier.eventCount,
    facts: frontier.counters.facts(),
    hash: frontier.hash.digest(),
    limit: limit ?? frontier.limit,
  };
}
