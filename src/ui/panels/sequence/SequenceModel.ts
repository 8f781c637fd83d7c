import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Token } from '#engine/model/NodeKind';
import type { Story } from '#engine/runtime/follow/Story';
import type { TraceEntry } from '#engine/runtime/Trace';

/** Something that goes from one lifeline to another, or happens at one. */
export interface SequenceMessage {
  readonly what: 'event' | 'answer' | 'fact';
  readonly step: number;
  readonly timeUs: number;
  readonly from: number;
  readonly to: number;
  readonly token: Token | null;
  /** Of an answer its outcome, of a fact its code. */
  readonly word: string;
}

export interface SequenceModel {
  /** Nodes that take part, in the order of their lanes. */
  readonly nodes: readonly number[];
  readonly messages: readonly SequenceMessage[];
  readonly isCut: boolean;
}

const mostMessages = 200;

/** Facts that are worth a note at a lifeline. */
const noted: ReadonlySet<string> = new Set([
  'worked',
  'dead-lettered',
  'dropped',
  'expired',
  'lost',
  'refused',
  'failed',
  'retry',
  'timed-out',
  'deduplicated',
  'parked',
]);

/** What went between nodes in the story of an event. */
export function sequenceOfStory(story: Story, doc: FlowDoc, order: readonly number[]): SequenceModel {
  const ends = endsOf(doc);
  const tokens = new Map(story.events.map(({ token }) => [token.number, token]));
  const messages: SequenceMessage[] = [
    ...story.stays.flatMap(({ what, wire, node, event, fromUs, fromStep }) => {
      const from = ends(wire)?.from;
      if (what !== 'wire' || from === undefined) return [];
      const token = tokens.get(event) ?? null;
      return [{ what: 'event' as const, step: fromStep, timeUs: fromUs, from, to: node, token, word: '' }];
    }),
    ...story.answers.map(({ step, timeUs, from, to, event, outcome }) => {
      return {
        what: 'answer' as const,
        step,
        timeUs,
        from,
        to,
        token: tokens.get(event) ?? null,
        word: outcome,
      };
    }),
    ...story.facts.flatMap(({ step, timeUs, node, event, code }) => {
      const token = tokens.get(event) ?? null;
      return noted.has(code)
        ? [{ what: 'fact' as const, step, timeUs, from: node, to: node, token, word: code }]
        : [];
    }),
  ];
  return modelOf(messages, order);
}

/** What went between nodes in a window of the log. */
export function sequenceOfEntries(
  entries: readonly TraceEntry[],
  doc: FlowDoc,
  order: readonly number[],
): SequenceModel {
  const ends = endsOf(doc);
  const messages = entries.flatMap(
    ({ step, timeUs, node, kind, wire, token, name, facts }): SequenceMessage[] => {
      const way = ends(wire);
      const found: SequenceMessage[] = facts.flatMap((fact) =>
        noted.has(fact.code)
          ? [
              {
                what: 'fact' as const,
                step,
                timeUs,
                from: node,
                to: node,
                token: fact.token,
                word: fact.code,
              },
            ]
          : [],
      );
      if (way === null) return found;
      const isAnswer = kind === 'ack';
      const from = isAnswer ? way.to : way.from;
      return [
        {
          what: isAnswer ? 'answer' : 'event',
          step,
          timeUs,
          from,
          to: node,
          token,
          word: isAnswer ? name : '',
        },
        ...found,
      ];
    },
  );
  return modelOf(messages, order);
}

function modelOf(messages: readonly SequenceMessage[], order: readonly number[]): SequenceModel {
  // What a step sends comes before what is noted in it.
  const rank = { event: 0, answer: 1, fact: 2 };
  const sorted = messages.toSorted(
    (a, b) => a.timeUs - b.timeUs || a.step - b.step || rank[a.what] - rank[b.what],
  );
  const shown = sorted.slice(0, mostMessages);
  const involved = new Set(shown.flatMap(({ from, to }) => [from, to]));
  return {
    nodes: order.filter((node) => involved.has(node)),
    messages: shown,
    isCut: sorted.length > shown.length,
  };
}

function endsOf({ nodes, wires }: FlowDoc): (wire: number) => { from: number; to: number } | null {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  return (wire) => {
    const known = wires[wire];
    if (known === undefined) return null;
    return { from: indexes.get(known.from.node) ?? -1, to: indexes.get(known.to.node) ?? -1 };
  };
}
