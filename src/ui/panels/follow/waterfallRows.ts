import type { Story, StoryEvent } from '#engine/runtime/follow/Story';

/** What one event did in one place. */
export interface WaterfallRow {
  readonly node: number;
  /** Places among the stays of the story. */
  readonly stays: readonly number[];
}

export interface WaterfallEvent {
  readonly event: StoryEvent;
  readonly places: readonly WaterfallRow[];
}

/** Events of the family in order of birth, each with the places it was in, in the order in which it came there. */
export function waterfallRows(story: Story): {
  readonly rows: readonly WaterfallEvent[];
  readonly span: { readonly fromUs: number; readonly toUs: number };
} {
  const rows = story.events.map((event) => ({ event, places: placesOf(story, event.token.number) }));
  const fromUs = Math.min(...story.events.map(({ bornUs }) => bornUs));
  const ends = story.events.flatMap(({ bornUs, life }) => [bornUs, ...life.map(({ toUs }) => toUs)]);
  const stays = story.stays.map((stay) => (stay.isFinal ? stay.fromUs : (stay.toUs ?? stay.fromUs)));
  const toUs = Math.max(...ends, ...stays);
  return { rows, span: { fromUs, toUs: Math.max(toUs, fromUs + 1) } };
}

function placesOf(story: Story, number: number): readonly WaterfallRow[] {
  const places = new Map<number, number[]>();
  story.stays.forEach((stay, place) => {
    const isSeen = stay.event === number && !stay.isPassive && !stay.isFinal && stay.toUs !== stay.fromUs;
    if (!isSeen) return;
    const row = places.get(stay.node) ?? [];
    row.push(place);
    places.set(stay.node, row);
  });
  return [...places].map(([node, stays]) => ({ node, stays }));
}
