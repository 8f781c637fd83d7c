import type { KeyReport } from './KeyReport';

const mostFound = 20;

/** The keys that contain a text, whatever their case: the same one first, then those that begin with it. */
export function findKeys(
  keys: Iterable<string>,
  like: string,
): Pick<KeyReport, 'count' | 'matching' | 'found'> {
  const wanted = like.toLowerCase();
  const ranks: readonly [string[], string[], string[]] = [[], [], []];
  let [count, matching] = [0, 0];
  for (const key of keys) {
    count += 1;
    const at = key.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    matching += 1;
    const rank = ranks[key === like ? 0 : at === 0 ? 1 : 2];
    if (rank.length < mostFound) rank.push(key);
  }
  return { count, matching, found: ranks.flat().slice(0, mostFound) };
}
