import type { Token } from '#engine/model/NodeKind';
import type { TraceEntry } from '#engine/runtime/Trace';
import { hasText, type TextKey } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import type { FlowWords } from '#ui/store/useFlowWords';

type Happening = Pick<TraceEntry, 'node' | 'kind' | 'name' | 'token' | 'wire'>;

/** What a step is, as a sentence in the language of the page: `orders delivers OrderPlaced #316 to …`. */
export function sentenceOf(entry: TraceEntry, words: FlowWords, t: Translate): string {
  const what = t(sentenceKey(entry), valuesOf(entry, words, t));
  const about = (entry.token ?? published(entry)?.token)?.number;
  const facts = entry.facts.flatMap(({ code, detail, token }) => {
    const key = `kinds.fact.${code}`;
    const whole = `${key}.with`;
    // Of some facts the detail is what matters.
    if (detail !== '' && hasText(whole)) return [t(whole, { detail })];
    if (!hasText(key) || isSaid(entry, code)) return [];
    const isOfAnother = token !== null && token.number !== about && !isOfMany(entry, code);
    return [isOfAnother ? t('player.factOf', { fact: t(key), event: eventText(token, words, t) }) : t(key)];
  });
  return [what, ...new Set(facts)].join(' · ');
}

/** Whether the same became of more events than a sentence can name. */
function isOfMany({ facts }: TraceEntry, code: string): boolean {
  const most = 3;
  return facts.filter((fact) => fact.code === code).length > most;
}

/** What a pending step will be, when it happens. */
export function pendingText(step: Happening, words: FlowWords, t: Translate): string {
  return t(`player.pending.${step.kind}`, valuesOf(step, words, t));
}

/** An event by type and number: `OrderPlaced #316`. */
function eventText(token: Token | null, words: FlowWords, t: Translate): string {
  if (token === null) return t('player.anEvent');
  return t('player.event', { type: words.type(token.type)?.name ?? '?', number: token.number });
}

function sentenceKey(entry: TraceEntry): TextKey {
  if (entry.kind !== 'fault' && published(entry) !== undefined && entry.token === null) {
    return 'player.say.published';
  }
  if (entry.fault !== '') return 'player.say.scheduled';
  return entry.kind === 'finish' && nameKey(entry.name) !== null
    ? 'player.say.finishStore'
    : `player.say.${entry.kind}`;
}

function valuesOf(step: Happening & Partial<TraceEntry>, words: FlowWords, t: Translate) {
  const token = step.token ?? published(step)?.token ?? null;
  const event = eventText(token, words, t);
  const key = nameKey(step.name);
  return {
    node: words.node(step.node),
    from: words.sender(step.wire, step.kind) ?? t('player.somebody'),
    event,
    name: key === null ? step.name : t(key, { event }),
  };
}

const published = ({ facts }: Partial<TraceEntry>) => facts?.find(({ code }) => code === 'published');

function nameKey(name: string): TextKey | null {
  const key = `player.name.${name}`;
  return hasText(key) ? key : null;
}

/** Facts that the sentence itself says already. */
function isSaid(entry: TraceEntry, code: string): boolean {
  return code === 'published' && entry.token === null && entry.kind !== 'fault';
}
