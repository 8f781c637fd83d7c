/** A column of a table: numbers stand on the right, words on the left. */
export interface Column {
  readonly title: string;
  readonly isNumber?: boolean;
}

/** Rows as aligned lines under their titles; empty text when there are no rows. */
export function textTable(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return '';
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, index) => Math.max(...all.map((row) => widthOf(row[index] ?? ''))));
  const line = (row: readonly string[]) =>
    columns
      .map(({ isNumber = false }, index) => {
        const cell = row[index] ?? '';
        const space = ' '.repeat((widths[index] ?? 0) - widthOf(cell));
        return isNumber ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd();
  return `${all.map(line).join('\n')}\n`;
}

/** Places in a terminal: characters of Chinese and the like take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const sign of text)
    width +=
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\uFF01-\uFF60\u3000-\u303F]/u.test(
        sign,
      )
        ? 2
        : 1;
  return width;
}
