import type { LintNode } from '#engine/analysis/lint/LintFlow';
import { assume, type Assumption } from './assumptionTexts';
import { mechanicsOf } from './flowArcs';

interface Shares {
  /** The share of the events in each partition; null where there is no more than one. */
  readonly shares: readonly number[] | null;
  readonly notes: readonly Assumption[];
  readonly refusals: readonly Assumption[];
}

const none: Shares = { shares: null, notes: [], refusals: [] };

/** How events are spread over the partitions of the line before some nodes, by the keys that the sources of the flow choose. */
export function partitionShares(
  nodes: readonly LintNode[],
  lines: readonly LintNode[],
  servers: number,
): Shares {
  const [only] = lines;
  const line = only === undefined ? undefined : mechanicsOf(only).line;
  if (only === undefined || line === undefined || line.partitions === 1 || servers === 1) return none;
  if (nodes.length > 1 || lines.length > 1 || servers < line.partitions)
    return { ...none, refusals: [assume('few-owners', only.id)] };
  const sources = sourcesOf(only);
  const spread = sources.map((source) => spreadOf(source, line.partitions, line.partitionOf));
  const rates = sources.map((source) => mechanicsOf(source).arrivals?.perSecond ?? 0);
  const total = rates.reduce((sum, rate) => sum + rate, 0);
  if (total === 0) return { ...none, refusals: [assume('unknown-keys', only.id)] };
  const shares = Array.from({ length: line.partitions }, (_, partition) =>
    spread.reduce((sum, one, index) => sum + ((rates[index] ?? 0) / total) * (one.shares[partition] ?? 0), 0),
  );
  const isEven = spread.some(({ isGuess }) => isGuess);
  return { shares, notes: isEven ? [assume('random-keys', only.id)] : [], refusals: [] };
}

function spreadOf(
  source: LintNode,
  partitions: number,
  partitionOf: (key: string) => number,
): { readonly shares: readonly number[]; readonly isGuess: boolean } {
  const keys = mechanicsOf(source).arrivals?.keys ?? null;
  if (keys === null)
    return { shares: Array.from({ length: partitions }, () => 1 / partitions), isGuess: true };
  const shares = Array.from({ length: partitions }, () => 0);
  for (const { key, share } of keys) {
    const place = partitionOf(key);
    shares[place] = (shares[place] ?? 0) + share;
  }
  return { shares, isGuess: false };
}

/** The sources from which events come to a node, on whatever way: they keep their keys. */
function sourcesOf(node: LintNode): readonly LintNode[] {
  const found = new Set([node]);
  for (const one of found) for (const { from } of one.ins) found.add(from);
  return [...found].filter((one) => mechanicsOf(one).arrivals !== undefined);
}
