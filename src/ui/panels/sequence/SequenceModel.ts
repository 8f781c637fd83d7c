import { kindById } from '#kinds/index';
import { wireLook } from '#ui/store/wireLook';
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
  /** Whether the sender waits for the answer. */
  readonly isCall: boolean;
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
      const way = ends(wire);
      if (what !== 'wire' || way === null) return [];
      const { from, isCall } = way;
      const token = tokens.get(event) ?? null;
      return [
        { what: 'event' as const, step: fromStep, timeUs: fromUs, from, to: node, token, word: '', isCall },
      ];
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
        isCall: false,
      };
    }),
    ...story.facts.flatMap(({ step, timeUs, node, event, code }) => {
      const token = tokens.get(event) ?? null;
      return noted.has(code)
        ? [{ what: 'fact' as const, step, timeUs, from: node, to: node, token, word: code, isCall: false }]
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
                isCall: false,
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
          isCall: !isAnswer && way.isCall,
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

interface Way {
  readonly from: number;
  readonly to: number;
  readonly isCall: boolean;
}

function endsOf({ nodes, wires }: FlowDoc): (wire: number) => Way | null {
  const indexes = new Map(nodes.map(({ id }, index) => [id, index]));
  const known = new Map(nodes.map((node) => [node.id, node]));
  const ways = wires.map((wire) => ({
    from: indexes.get(wire.from.node) ?? -1,
    to: indexes.get(wire.to.node) ?? -1,
    isCall: wireLook(known, kindById, wire) === 'call',
  }));
  return (wire) => ways[wire] ?? null;
}
