import type { FlowDoc } from '#engine/model/FlowDoc';
import { faultTimes } from '#engine/model/faultTimes';
import { limits } from '#engine/model/limits';
import { faultSettings } from '../inspector/faultText';

/** Something that a person did, or that the document schedules, as an object on the timeline. */
export interface Mark {
  readonly of: 'hand' | 'fault';
  readonly id: string;
  /** What happens: the verb of an intervention, or the sort of a fault. */
  readonly what: string;
  /** What a person called it; empty where it has no name of its own. */
  readonly name: string;
  readonly atUs: number;
  /** How long it lasts: 0 for a moment, `Infinity` for ever. */
  readonly forUs: number;
  /** From one beginning to the next; 0 for once. */
  readonly everyUs: number;
}

/** All of them, in the order of their times. */
export function marksOf({
  interventions,
  faults,
}: Pick<FlowDoc, 'interventions' | 'faults'>): readonly Mark[] {
  const byHand = interventions.map(({ id, atUs, action, name = '' }): Mark => {
    if (action.do !== 'fault') return { of: 'hand', id, what: action.do, name, atUs, forUs: 0, everyUs: 0 };
    const { what, forMs } = faultSettings(action.settings);
    return { of: 'hand', id, what, name, atUs, forUs: lengthOf(Math.round(forMs * 1000)), everyUs: 0 };
  });
  const scheduled = faults.map(({ id, name, settings }): Mark => {
    const { atUs, forUs, everyUs } = faultTimes(faultSettings(settings));
    return {
      of: 'fault',
      id,
      what: faultSettings(settings).what,
      name,
      atUs,
      forUs: lengthOf(forUs),
      everyUs,
    };
  });
  return [...byHand, ...scheduled].toSorted((a, b) => a.atUs - b.atUs);
}

const lengthOf = (forUs: number) => (forUs === 0 ? Infinity : forUs);

export const keyOf = ({ of, id }: Mark) => `${of} ${id}`;

/** One time at which a mark stands; a fault that comes again has many. */
export interface MarkSpan {
  readonly mark: Mark;
  readonly fromUs: number;
  readonly toUs: number;
  /** The first one is where it is moved. */
  readonly isFirst: boolean;
}

/** More would cover what they stand on. */
const mostSpans = 300;

/** Where marks stand in a stretch of virtual time. */
export function spansOf(marks: readonly Mark[], fromUs: number, toUs: number): readonly MarkSpan[] {
  const spans: MarkSpan[] = [];
  for (const mark of marks) {
    const { atUs, forUs, everyUs } = mark;
    const skipped = everyUs === 0 ? 0 : Math.max(0, Math.floor((fromUs - forUs - atUs) / everyUs));
    for (let at = atUs + skipped * everyUs; at <= toUs && spans.length < mostSpans; at += everyUs) {
      const end = Math.min(at + forUs, limits.timeUs);
      if (end >= fromUs) spans.push({ mark, fromUs: at, toUs: end, isFirst: at === atUs });
      if (everyUs === 0) break;
    }
  }
  return spans;
}
