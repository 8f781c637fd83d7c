import { factCodes, type FactNumber } from '#engine/model/facts';
import type { FlowEvent } from '#engine/model/messages';
import { tokenOf } from '#engine/model/tokens';
import { isFlight, type Pending } from './Pending';
import { handOf } from './planFault';
import type { Simulation } from './Simulation';
import type { Fact, Flight, TraceEntry, Transition } from './Trace';

/** A trace entry while its step is being made: only windows and the log ask for one. */
export interface EntryDraft {
  entry: Omit<TraceEntry, 'transitions' | 'facts' | 'sent'> | null;
  readonly transitions: Transition[];
  readonly facts: Fact[];
  readonly sent: Flight[];
  /** Events that were made, whether or not they were published. */
  readonly born: FlowEvent[];
}

export function createDraft(): EntryDraft {
  return { entry: null, transitions: [], facts: [], sent: [], born: [] };
}

/** What a step is about, before it has its effect. */
export function entryOf(
  { stepCount, nowUs }: Simulation,
  pending: Pending,
  intervention: string,
): EntryDraft['entry'] {
  const { kind, node, name, event, wire, cause, id } = pending;
  return {
    step: stepCount,
    timeUs: nowUs,
    node,
    kind,
    name,
    token: event === null ? null : tokenOf(event),
    wire,
    cause,
    flight: isFlight(kind) && wire >= 0 ? id : 0,
    intervention,
    fault: kind === 'fault' && handOf(pending.text) === null ? pending.text : '',
  };
}

export function noteFact(
  draft: EntryDraft,
  code: FactNumber,
  event: FlowEvent | null,
  detail: string,
  wire: number,
): void {
  const name = factCodes[code];
  if (name === undefined) return;
  const token = event === null ? null : tokenOf(event);
  draft.facts.push({ code: name, token, detail, ...(wire >= 0 ? { wire } : {}) });
}
