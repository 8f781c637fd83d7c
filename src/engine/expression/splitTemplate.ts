/** A piece of a text with `${…}` in it: plain text, or an expression and where it begins. */
export type Piece =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'expression'; readonly text: string; readonly at: number }
  | { readonly is: 'unclosed'; readonly at: number };

/** Cuts a text at its `${…}`. Braces and quotation marks inside belong to the expression; `$${` is a plain `${`. */
export function splitTemplate(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  let from = 0;
  for (let at = text.indexOf('${'); at !== -1; at = text.indexOf('${', from)) {
    const isEscaped = at > from && text.charAt(at - 1) === '$';
    plain += text.slice(from, isEscaped ? at - 1 : at);
    from = at + 2;
    if (isEscaped) {
      plain += '${';
      continue;
    }
    if (plain !== '') pieces.push({ is: 'text', text: plain });
    plain = '';
    const end = endOfExpression(text, from);
    if (end === -1) return [...pieces, { is: 'unclosed', at }];
    pieces.push({ is: 'expression', text: text.slice(from, end), at: from });
    from = end + 1;
  }
  plain += text.slice(from);
  return plain === '' ? pieces : [...pieces, { is: 'text', text: plain }];
}

/** Where the brace stands that closes the one before `start`; −1 when nowhere. */
function endOfExpression(text: string, start: number): number {
  let depth = 1;
  for (let at = start; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"' || character === "'") at = endOfQuoted(text, at);
    else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  return -1;
}

function endOfQuoted(text: string, start: number): number {
  const mark = text.charAt(start);
  for (let at = start + 1; at < text.length; at++) {
    if (text.charAt(at) === '\\') at++;
    else if (text.charAt(at) === mark) return at;
  }
  return text.length;
}
