import { factCodes, type FactCode } from '#engine/model/facts';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { MessageKind } from '#engine/model/messages';
import type { LogFilter, LogWord } from '#engine/runtime/search/LogFilter';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';

/** Every kind of step, as the list of choices has them. */
export const stepKinds: readonly MessageKind[] = [
  'publish',
  'deliver',
  'access',
  'start',
  'finish',
  'ack',
  'timer',
  'fault',
];

/** Facts that tell what became of an event: what people look for. */
export function factsLookedFor(): readonly FactCode[] {
  return factCodes.filter((code) => hasText(`why.end.${code}`));
}

/** What a person asked the log for; empty parts ask for nothing. */
export interface LogChoice {
  readonly text: string;
  /** Id of an event type or node. */
  readonly type: string;
  readonly node: string;
  /** A kind of step, or a fact. */
  readonly what: string;
  readonly isFollowedOnly: boolean;
}

export const noChoice: LogChoice = { text: '', type: '', node: '', what: '', isFollowedOnly: false };

/** The filter of a choice, in the indices of the run; null when nothing is asked for. */
export function logFilter(
  choice: LogChoice,
  doc: FlowDoc,
  family: ReadonlySet<number> | null,
  t: Translate,
): LogFilter | null {
  const { text, type, node, what, isFollowedOnly } = choice;
  const indexesOf = (list: readonly { readonly id: string }[], id: string) =>
    id === '' ? null : list.flatMap((one, index) => (one.id === id ? [index] : []));
  const kind = stepKinds.find((one) => one === what);
  const fact = factCodes.find((one) => one === what);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const filter: LogFilter = {
    nodes: indexesOf(doc.nodes, node),
    types: indexesOf(doc.eventTypes, type),
    kinds: kind === undefined ? null : [kind],
    facts: fact === undefined ? null : [fact],
    key: '',
    events: isFollowedOnly && family !== null ? [...family].toSorted((a, b) => a - b) : null,
    words: words.map((word) => wordOf(word.toLowerCase(), doc, t)),
  };
  const isAsking = [filter.nodes, filter.types, filter.kinds, filter.facts, filter.events].some(
    (part) => part !== null,
  );
  return isAsking || words.length > 0 ? filter : null;
}

/** Whatever a word may mean in the language of the page: the engine knows no sentences. */
function wordOf(word: string, { nodes, eventTypes }: FlowDoc, t: Translate): LogWord {
  const named = (list: readonly { readonly name: string }[]) =>
    list.flatMap(({ name }, index) => (name.toLowerCase().includes(word) ? [index] : []));
  const digits = /^#(\d{1,9})$/.exec(word)?.[1];
  return {
    nodes: named(nodes),
    types: named(eventTypes),
    kinds: stepKinds.filter((kind) => t(`kinds.step.${kind}`).toLowerCase().includes(word)),
    facts: factCodes.filter((code) => {
      const key = `kinds.fact.${code}`;
      return hasText(key) && t(key).toLowerCase().includes(word);
    }),
    key: word,
    event: Number(digits ?? 0),
  };
}
