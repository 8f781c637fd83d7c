import { textWidth } from './textWidth';

/**
 * Breaks a text into at most `mostLines` lines of at most `width` pixels: before arrows and between words, and only a
 * word that is wider than a line also between the humps of a `CamelCase` name. What does not fit ends in an ellipsis.
 */
export function wrapText(
  text: string,
  width: number,
  fontSize: number,
  mostLines: number,
): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text, width, fontSize)) {
    const longer = line + piece;
    if (line === '' || textWidth(longer.trimEnd(), fontSize) <= width) line = longer;
    else {
      lines.push(line.trimEnd());
      line = piece;
    }
  }
  lines.push(line.trimEnd());
  const shown = lines.slice(0, mostLines);
  return shown.map((one, index) => {
    const isCut = index === mostLines - 1 && lines.length > mostLines;
    return shorten(isCut ? `${one}…` : one, width, fontSize);
  });
}

/** The beginning of a text that fits into a width, with an ellipsis if something is missing. */
export function shorten(text: string, width: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= width) return text;
  const signs = Array.from(text.replace(/…$/, ''));
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, fontSize) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

function piecesOf(text: string, width: number, fontSize: number): readonly string[] {
  // An arrow leads the word behind it into the next line.
  const words = text.split(/(?<=\s)(?<!→\s)|(?<=[\u2e80-\uffef])/u);
  return words
    .flatMap((word) =>
      textWidth(word.trimEnd(), fontSize) <= width
        ? [word]
        : word.split(/(?<=[\s,/_.:-])|(?<=[a-z0-9])(?=[A-Z])/u),
    )
    .filter((piece) => piece !== '');
}
