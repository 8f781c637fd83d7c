/**
 * Whether JSON text nests lists and objects deeper than `most`, without building them: the platform's parser
 * takes seconds for some millions of levels. Text that is no JSON gets some answer.
 */
export function isTooDeep(text: string, most: number): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) at = endOfText(text, at);
    else if (code === openList || code === openObject) {
      if (++depth > most) return true;
    } else if (code === closeList || code === closeObject) depth--;
  }
  return false;
}

const [quote, openList, openObject, closeList, closeObject] = [0x22, 0x5b, 0x7b, 0x5d, 0x7d];

/** Where the quotation mark stands that closes the one at `start`. */
function endOfText(text: string, start: number): number {
  for (let at = text.indexOf('"', start + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let escapes = 0;
    while (text.charAt(at - 1 - escapes) === '\\') escapes++;
    if (escapes % 2 === 0) return at;
  }
  return text.length;
}
