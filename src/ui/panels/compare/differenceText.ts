import type { Token } from '#engine/model/NodeKind';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import type { FlowWords } from '#ui/store/useFlowWords';
import type { TraceEntry } from '#engine/runtime/Trace';
import { sentenceOf } from '../log/sentenceOf';
import { stateWord } from '../spacetime/hitText';
import type { RunDifference } from '#ui/store/useDifference';

interface Side {
  /** The name of the branch. */
  readonly name: string;
  readonly words: FlowWords;
}

/** Where two runs first differ, as a sentence. */
export function differenceText(
  { step, sort, own, other }: NonNullable<RunDifference['first']>,
  mine: Side,
  its: Side,
  t: Translate,
  language: string,
): string {
  const values = {
    step,
    own: mine.name,
    other: its.name,
    mine: own === null ? '' : sentenceOf(own, mine.words, t),
    theirs: other === null ? '' : sentenceOf(other, its.words, t),
    time: formatClock(own?.timeUs ?? 0, language),
    otherTime: formatClock(other?.timeUs ?? 0, language),
  };
  if (own === null) return t('compare.differs.end', values);
  if (other === null) return t('compare.differs.endOther', values);
  if (sort === 'step' && own.timeUs !== other.timeUs) return t('compare.differs.stepTimes', values);
  if (sort === 'outcome' && values.mine === values.theirs) {
    const ownMore = outcomeText(own, other, mine, its, t, language);
    const otherMore = outcomeText(other, own, its, mine, t, language);
    if (ownMore === otherMore) return t('compare.differs.hidden', values);
    return t('compare.differs.outcomeSame', { ...values, ownMore, otherMore });
  }
  return t(`compare.differs.${sort}`, values);
}

/** What comes of a step in one run and not in the other, where the sentence about it does not say so. */
function outcomeText(
  entry: TraceEntry,
  than: TraceEntry,
  side: Side,
  otherSide: Side,
  t: Translate,
  language: string,
): string {
  const others = new Set(outcomesOf(than, otherSide, t, language));
  const own = outcomesOf(entry, side, t, language).filter((outcome) => !others.has(outcome));
  return own.length === 0 ? t('compare.outcome.nothing') : own.join(t('compare.outcome.and'));
}

function outcomesOf(
  { node, transitions, facts, sent }: TraceEntry,
  { words }: Side,
  t: Translate,
  language: string,
): readonly string[] {
  return [
    ...sent.map(({ wire, kind, token, arriveUs }) => {
      // Who an answer goes to is who sent what it answers.
      const to = kind === 'ack' ? words.sender(wire, 'deliver') : words.sender(wire, 'ack');
      const values = {
        event: eventText(token, words, t),
        node: to ?? '',
        time: formatClock(arriveUs, language),
      };
      return t('compare.outcome.sends', values);
    }),
    ...transitions.map(({ to }) =>
      t('compare.outcome.becomes', { node: words.node(node), state: stateWord(to, t) }),
    ),
    ...facts.map(({ code, detail, token }) => {
      const key = `kinds.fact.${code}`;
      const fact = [hasText(key) ? t(key) : code, detail].filter((word) => word !== '').join(' ');
      return token === null ? fact : t('player.factOf', { fact, event: eventText(token, words, t) });
    }),
  ];
}

/** An event with its key: runs may differ in nothing else. */
function eventText(token: Token | null, words: FlowWords, t: Translate): string {
  if (token === null) return t('player.anEvent');
  const event = t('player.event', { type: words.type(token.type)?.name ?? '?', number: token.number });
  return token.subject === '' ? event : t('compare.outcome.keyed', { event, key: token.subject });
}
