/** A piece of the text of a regular expression. */
export interface RegexToken {
  readonly type: 'name' | 'sign' | 'count' | 'unknown' | 'end';
  /** The name without its quotation marks, the sign, or what stands between the braces. */
  readonly text: string;
  /** Where it begins, from 0. */
  readonly at: number;
}

const pattern =
  /\s*(?:(?<name>[\p{L}\p{N}_](?:[\p{L}\p{N}_:/#@.-]*[\p{L}\p{N}_])?)|"(?<quoted>(?:[^"\\]|\\.)*)"|\{(?<count>\d{1,4}(?:,\d{0,4})?)\}|(?<sign>\[\^|[()[\]|*+?.])|(?<unknown>\S))/uy;

/** Takes a text apart; what fits nowhere is `unknown`. The last piece is the end. */
export function regexTokens(text: string): readonly RegexToken[] {
  const source = text.trimEnd();
  const tokens: RegexToken[] = [];
  let from = 0;
  while (from < source.length) {
    pattern.lastIndex = from;
    const match = pattern.exec(source);
    if (match === null) break;
    tokens.push(tokenOf(match));
    from = pattern.lastIndex;
  }
  return [...tokens, { type: 'end', text: '', at: source.length }];
}

function tokenOf(match: RegExpExecArray): RegexToken {
  const { name, quoted, count, sign, unknown = '' } = match.groups ?? {};
  const at = match.index + match[0].length - match[0].trimStart().length;
  if (name !== undefined) return { type: 'name', text: name, at };
  if (quoted !== undefined) return { type: 'name', text: quoted.replace(/\\(.)/gsu, '$1'), at };
  if (count !== undefined) return { type: 'count', text: count, at };
  if (sign !== undefined) return { type: 'sign', text: sign, at };
  return { type: 'unknown', text: unknown, at };
}

/** A name as it stands in an expression: in quotation marks where it needs them. */
export function regexName(name: string): string {
  return /^[\p{L}\p{N}_](?:[\p{L}\p{N}_:/#@.-]*[\p{L}\p{N}_])?$/u.test(name)
    ? name
    : `"${name.replace(/["\\]/g, '\\$&')}"`;
}
