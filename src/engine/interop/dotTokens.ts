/** A piece of a text in the DOT language. */
export interface DotToken {
  /** A name or quoted text; a sign; or what fits nowhere. */
  readonly type: 'id' | 'sign' | 'unknown';
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

const pattern =
  /(?<skip>\s+|\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*)|"(?<quoted>(?:[^"\\]|\\[^])*)"|(?<id>[\p{L}_][\p{L}\p{N}_]*|-?(?:\.\d+|\d+(?:\.\d*)?))|(?<sign>->|--|[{}[\];,=:])|(?<unknown>[^])/uy;

/** Takes DOT text apart (graphviz.org/doc/info/lang.html), without comments; `\n` in quotation marks is a line break. */
export function dotTokens(text: string): readonly DotToken[] {
  const tokens: DotToken[] = [];
  let line = 1;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const { skip, quoted, id, sign, unknown = '' } = match.groups ?? {};
    if (quoted !== undefined) tokens.push({ type: 'id', text: unescaped(quoted), line });
    else if (id !== undefined) tokens.push({ type: 'id', text: id, line });
    else if (sign !== undefined) tokens.push({ type: 'sign', text: sign, line });
    else if (skip === undefined) tokens.push({ type: 'unknown', text: unknown, line });
    line += match[0].split('\n').length - 1;
  }
  return tokens;
}

/** What `\N` stands for in a label: the id of its node. */
export const ownId = '\u0000';

const escapes: Readonly<Record<string, string>> = { n: '\n', N: ownId, '\n': '' };

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, (_, sign: string) => escapes[sign] ?? sign);
}
