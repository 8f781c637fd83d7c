import type { LifePart, Stay, Story, StoryEvent, StoryFact } from '#engine/runtime/follow/Story';
import type { TextKey } from '#ui/i18n/catalogue';
import { hasText } from '#ui/i18n/catalogue';

/** What is worked on, where all else waits. */
const working: ReadonlySet<Stay['what']> = new Set(['working', 'serving', 'walking', 'starting', 'wire']);

/** Whether somebody works on the event there, or it is on its way: all else is waiting. */
export function isMoving({ what }: Stay): boolean {
  return working.has(what);
}

/** The sentence for a stay: later tries are told by their number. */
export function stayText({ what, attempt }: Stay): TextKey {
  return what === 'working' && attempt > 1 ? 'why.life.working.try' : `why.life.${what}`;
}

/** The sentence for something recorded about an event; null for what the stays say already. */
function factText({ code }: StoryFact): TextKey | null {
  const key = `why.end.${code}`;
  return hasText(key) ? key : null;
}

/** One line of what happened to an event. */
export interface LifeLine {
  readonly atUs: number;
  readonly step: number;
  readonly text: TextKey;
  readonly node: number;
  /** Null where the line has no duration. */
  readonly forUs: number | null;
  readonly attempt: number;
}

/** What happened to an event, line by line in order of time; passing through in no time is not told. */
export function lifeLines(story: Story, event: StoryEvent): readonly LifeLine[] {
  const { number } = event.token;
  const published = story.facts.find(({ event: of, code }) => of === number && code === 'published');
  const birth: LifeLine = {
    atUs: published?.timeUs ?? event.bornUs,
    step: published?.step ?? event.bornStep,
    text: published === undefined ? 'why.life.made' : 'why.life.published',
    node: event.source,
    forUs: null,
    attempt: 0,
  };
  const stays = story.stays.flatMap((stay) => {
    const isTold = stay.event === number && !stay.isPassive && (stay.isFinal || stay.toUs !== stay.fromUs);
    return isTold ? [lineOf(stay)] : [];
  });
  const facts = story.facts.flatMap((fact) => {
    const text = fact.event === number ? factText(fact) : null;
    const { timeUs: atUs, step, node } = fact;
    return text === null ? [] : [{ atUs, step, text, node, forUs: null, attempt: 0 }];
  });
  // Of equal times what lasts comes after what ends.
  const rest = [...facts, ...stays].toSorted((a, b) => a.atUs - b.atUs || a.step - b.step);
  const early = rest.filter(({ atUs }) => atUs < birth.atUs);
  return [...early, birth, ...rest.slice(early.length)];
}

function lineOf(stay: Stay): LifeLine {
  const { fromUs, toUs, fromStep, node, attempt } = stay;
  const forUs = toUs === null ? null : toUs - fromUs;
  return { atUs: fromUs, step: fromStep, text: stayText(stay), node, forUs, attempt };
}

/** Where most of an event's life went: all parts in one place doing the same, together. Null for a life of no time. */
export function longestPart(
  story: Story,
  event: StoryEvent,
): { readonly stay: Stay; readonly us: number; readonly totalUs: number } | null {
  const sums = new Map<string, { stay: Stay; us: number }>();
  for (const part of event.life) {
    const stay = story.stays[part.stay];
    if (stay === undefined) continue;
    const key = `${stay.what} ${stay.node}`;
    const sum = sums.get(key) ?? { stay: { ...stay, attempt: 0 }, us: 0 };
    sum.us += lengthOf(part);
    sums.set(key, sum);
  }
  const longest = [...sums.values()].toSorted((a, b) => b.us - a.us)[0];
  return longest === undefined ? null : { ...longest, totalUs: lifeUs(event) };
}

/** How long an event lived, up to what is known. */
export function lifeUs({ life }: StoryEvent): number {
  return life.reduce((sum, part) => sum + lengthOf(part), 0);
}

const lengthOf = ({ fromUs, toUs }: LifePart) => toUs - fromUs;
