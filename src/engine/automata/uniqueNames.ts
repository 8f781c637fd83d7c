/** The names in their order; where one comes again, with a number behind it that makes it another. Linear. */
export function uniqueNames(names: readonly string[]): readonly string[] {
  const taken = new Set(names);
  const seen = new Map<string, number>();
  return names.map((name) => {
    let count = (seen.get(name) ?? 0) + 1;
    let unique = count === 1 ? name : `${name} #${count}`;
    while (count > 1 && taken.has(unique)) unique = `${name} #${++count}`;
    taken.add(unique);
    seen.set(name, count);
    return unique;
  });
}
