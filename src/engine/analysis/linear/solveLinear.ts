import { assert } from '#engine/kernel/assert';

/**
 * Solves a square system by elimination with the largest pivot (Golub and Van Loan, "Matrix Computations", § 3.4): each row
 * holds the coefficients and then the right side. Null where the system has no single solution.
 */
export function solveLinear(given: readonly (readonly number[])[]): readonly number[] | null {
  const size = given.length;
  const rows = given.map((row) => [...row]);
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const pivot = below.toSorted((a, b) => Math.abs(b[column] ?? 0) - Math.abs(a[column] ?? 0))[0];
    assert(pivot !== undefined, 'There is a row for every unknown.');
    const scale = pivot[column] ?? 0;
    if (Math.abs(scale) < 1e-12) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] ?? 0) / scale;
      if (factor === 0) continue;
      for (let at = column; at <= size; at += 1) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1));
}
