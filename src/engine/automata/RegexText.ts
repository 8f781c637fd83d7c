import { regexName } from './regexTokens';

/** One alternative of an expression, as text. */
interface Alternative {
  readonly text: string;
  /** How tightly it holds together: a sequence needs brackets before a `*`, and so does what has one already. */
  readonly form: 'atom' | 'repeated' | 'sequence';
  /** Whether the empty word is among its words. */
  readonly isNullable: boolean;
}

/** An expression being built: alternatives, each once, and perhaps the empty word. None at all is the empty language. */
export interface RegexText {
  readonly hasBlank: boolean;
  readonly alternatives: readonly Alternative[];
}

export const nothing: RegexText = { hasBlank: false, alternatives: [] };
export const blank: RegexText = { hasBlank: true, alternatives: [] };

export function letterText(name: string): RegexText {
  return { hasBlank: false, alternatives: [{ text: regexName(name), form: 'atom', isNullable: false }] };
}

export function either(one: RegexText, other: RegexText): RegexText {
  const byText = new Map([...one.alternatives, ...other.alternatives].map((each) => [each.text, each]));
  const alternatives = [...byText.values()];
  const hasBlank = (one.hasBlank || other.hasBlank) && !alternatives.some(({ isNullable }) => isNullable);
  return { hasBlank, alternatives };
}

export function followedBy(one: RegexText, other: RegexText): RegexText {
  if (isNothing(one) || isNothing(other)) return nothing;
  if (one.alternatives.length === 0) return other;
  if (other.alternatives.length === 0) return one;
  const isNullable = isNullableText(one) && isNullableText(other);
  const [first, second] = [partOf(one), partOf(other)];
  const alternative: Alternative =
    !isNullableText(one) && second === `${atomOf(one)}*`
      ? { text: `${atomOf(one)}+`, form: 'repeated', isNullable }
      : { text: `${first} ${second}`, form: 'sequence', isNullable };
  return { hasBlank: false, alternatives: [alternative] };
}

export function anyNumberOf(one: RegexText): RegexText {
  if (one.alternatives.length === 0) return blank;
  const [only] = one.alternatives;
  const isStar = one.alternatives.length === 1 && only?.form === 'repeated' && only.text.endsWith('*');
  if (isStar) return { hasBlank: false, alternatives: one.alternatives };
  const text = `${atomOf({ ...one, hasBlank: false })}*`;
  return { hasBlank: false, alternatives: [{ text, form: 'repeated', isNullable: true }] };
}

/** The whole of it as an expression that `parseRegex` reads. */
export function textOf(one: RegexText): string {
  if (one.alternatives.length === 0) return one.hasBlank ? '()' : '[]';
  return one.hasBlank ? `${atomOf({ ...one, hasBlank: false })}?` : joined(one);
}

/** Characters of its alternatives, for a limit. */
export function lengthOf({ alternatives }: RegexText): number {
  return alternatives.reduce((sum, { text }) => sum + text.length, 0);
}

const isNothing = ({ hasBlank, alternatives }: RegexText) => !hasBlank && alternatives.length === 0;

const isNullableText = ({ hasBlank, alternatives }: RegexText) =>
  hasBlank || alternatives.some(({ isNullable }) => isNullable);

const joined = ({ alternatives }: RegexText) => alternatives.map(({ text }) => text).join(' | ');

/** As it stands in a sequence. */
function partOf(one: RegexText): string {
  if (one.hasBlank) return `${atomOf({ ...one, hasBlank: false })}?`;
  return one.alternatives.length === 1 ? joined(one) : `(${joined(one)})`;
}

/** As it stands before a `*`; the empty word as an alternative of its own makes no difference there. */
function atomOf(one: RegexText): string {
  const [only] = one.alternatives;
  return one.alternatives.length === 1 && only?.form === 'atom' ? only.text : `(${joined(one)})`;
}
