/** The first of `prefix-1`, `prefix-2`, … that is not taken. The prefix is cut so that the id stays valid. */
export function freeId(prefix: string, taken: { has(id: string): boolean }): string {
  const stem = prefix.slice(0, 56);
  for (let number = 1; ; number++) {
    const id = `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}
