import type { RegexNode } from './RegexNode';
import { regexTokens, type RegexToken } from './regexTokens';

/** The tree of an expression, or where the text stops to be one. */
export type RegexResult =
  | { readonly ok: true; readonly value: RegexNode }
  | {
      readonly ok: false;
      /** From 0. */
      readonly at: number;
      /** What stands there and does not fit; empty when the text ends too early. */
      readonly found: string;
      readonly reason: 'unexpected' | 'unfinished' | 'too-long' | 'too-deep';
    };

/** Characters of an expression, and levels of its brackets. */
const regexLimits = { length: 100_000, depth: 200 } as const;

/**
 * Reads a regular expression over names of letters. Words of it: a name (`OrderPlaced`, `order.placed`, in quotation
 * marks when it has other signs), `.` for any letter, `[a b]` for one of some, `[^a b]` for any other, `()` for none,
 * `[]` for what never comes. One after the other is a sequence, `|` a choice, and behind a part `*`, `+`, `?`, `{2}`,
 * `{2,}`, `{2,4}` say how often. Linear in the text; bounded in length and depth.
 */
export function parseRegex(text: string): RegexResult {
  if (text.length > regexLimits.length) return { ok: false, at: 0, found: '', reason: 'too-long' };
  const parser = new RegexParser(regexTokens(text));
  const value = parser.choice();
  const { type, at, text: found } = parser.token;
  if (parser.isTooDeep) return { ok: false, at, found, reason: 'too-deep' };
  if (parser.isWrong || type !== 'end') {
    return { ok: false, at, found, reason: type === 'end' ? 'unfinished' : 'unexpected' };
  }
  return { ok: true, value };
}

/** Recursive descent; once something is wrong it stays where it is, and every method returns at once. */
class RegexParser {
  isWrong = false;
  isTooDeep = false;
  readonly #tokens: readonly RegexToken[];
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly RegexToken[]) {
    this.#tokens = tokens;
  }

  get token(): RegexToken {
    return this.#tokens[this.#next] ?? { type: 'end', text: '', at: 0 };
  }

  choice(): RegexNode {
    const parts = [this.#sequence()];
    while (this.#take('|')) parts.push(this.#sequence());
    const [only = blank] = parts;
    return parts.length === 1 ? only : { type: 'choice', parts };
  }

  #sequence(): RegexNode {
    const parts: RegexNode[] = [];
    do parts.push(this.#repeated());
    while (!this.isWrong && this.#beginsPart());
    const [only = blank] = parts;
    return parts.length === 1 ? only : { type: 'sequence', parts };
  }

  #repeated(): RegexNode {
    let part = this.#single();
    let times = this.#times();
    for (let count = 1; times !== null && !this.isWrong; times = this.#times(), count++) {
      if (count > regexLimits.depth) this.#tooDeep();
      part = { type: 'repeat', part, ...times };
    }
    return part;
  }

  #single(): RegexNode {
    const { type, text } = this.token;
    if (type === 'name') {
      this.#next += 1;
      return { type: 'letters', names: [text], isExcept: false };
    }
    if (this.#take('.')) return { type: 'letters', names: [], isExcept: true };
    if (this.#take('(')) return this.#bracketed();
    if (this.#take('[')) return this.#letters(false);
    if (this.#take('[^')) return this.#letters(true);
    this.isWrong = true;
    return blank;
  }

  #bracketed(): RegexNode {
    if (this.#take(')')) return blank;
    if (++this.#depth > regexLimits.depth) this.#tooDeep();
    if (this.isWrong) return blank;
    const inner = this.choice();
    if (!this.isWrong && !this.#take(')')) this.isWrong = true;
    this.#depth -= 1;
    return inner;
  }

  #letters(isExcept: boolean): RegexNode {
    const names: string[] = [];
    for (; this.token.type === 'name'; this.#next++) names.push(this.token.text);
    if (!this.#take(']')) this.isWrong = true;
    return names.length === 0 && !isExcept ? { type: 'nothing' } : { type: 'letters', names, isExcept };
  }

  #times(): { readonly min: number; readonly max: number | null } | null {
    if (this.isWrong) return null;
    if (this.#take('*')) return { min: 0, max: null };
    if (this.#take('+')) return { min: 1, max: null };
    if (this.#take('?')) return { min: 0, max: 1 };
    if (this.token.type !== 'count') return null;
    const [low = '0', high] = this.token.text.split(',');
    const min = Number(low);
    const max = high === undefined ? min : high === '' ? null : Number(high);
    if (max !== null && max < min) this.isWrong = true;
    else this.#next += 1;
    return { min, max };
  }

  #beginsPart(): boolean {
    const { type, text } = this.token;
    return type === 'name' || (type === 'sign' && ['(', '[', '[^', '.'].includes(text));
  }

  #take(sign: string): boolean {
    const isThere = !this.isWrong && this.token.type === 'sign' && this.token.text === sign;
    if (isThere) this.#next += 1;
    return isThere;
  }

  #tooDeep(): void {
    this.isTooDeep = true;
    this.isWrong = true;
  }
}

const blank: RegexNode = { type: 'blank' };
