import type { StateBook } from './ChartRoom';

/** Books an instance out of the states that it has left and into those that it is in, and counts what it entered on the way. */
export function bookMove(
  books: readonly StateBook[],
  before: readonly number[],
  after: readonly number[],
  entered: readonly number[],
  nowUs: number,
): void {
  for (const index of entered) {
    const book = books[index];
    if (book !== undefined) book.entered += 1;
  }
  if (before === after) return;
  for (const index of before) if (!after.includes(index)) change(books[index], -1, nowUs);
  for (const index of after) if (!before.includes(index)) change(books[index], 1, nowUs);
}

function change(book: StateBook | undefined, by: 1 | -1, nowUs: number): void {
  if (book === undefined) return;
  book.sumUs += book.now * (nowUs - book.sinceUs);
  book.sinceUs = nowUs;
  book.now += by;
}
