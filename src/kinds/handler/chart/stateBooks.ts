import type { StateBook } from './ChartRoom';

/** Books an instance out of the states that it has left and into those that it has entered. */
export function bookMove(
  books: readonly StateBook[],
  before: readonly number[],
  after: readonly number[],
  nowUs: number,
): void {
  if (before === after) return;
  for (const index of before) if (!after.includes(index)) change(books[index], -1, nowUs);
  for (const index of after) if (!before.includes(index)) change(books[index], 1, nowUs);
}

function change(book: StateBook | undefined, by: 1 | -1, nowUs: number): void {
  if (book === undefined) return;
  book.sumUs += book.now * (nowUs - book.sinceUs);
  book.sinceUs = nowUs;
  book.now += by;
  if (by > 0) book.entered += 1;
}
