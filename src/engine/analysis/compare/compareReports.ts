import { factCodes } from '#engine/model/facts';
import type { NodeReport, RunReport } from '#engine/runtime/RunReport';
import type { FactCounts } from '#engine/runtime/Trace';
import {
  nodeMeasures,
  runMeasures,
  typeMeasures,
  wireMeasures,
  worthOf,
  type Better,
  type ComparedMeasure,
  type MeasureUnit,
} from './comparedMeasures';

/** One number of two runs. */
export interface MetricDifference {
  readonly of: 'run' | 'node' | 'wire' | 'type';
  /** The id of the node, wire or event type; empty for the run. */
  readonly id: string;
  /** See `comparedMeasures`; `fact` and `state` are told apart further by `detail`. */
  readonly measure: string;
  /** The code of a fact, or the name of a state. */
  readonly detail: string;
  readonly unit: MeasureUnit;
  /** Null where a run has no such number. */
  readonly own: number | null;
  readonly other: number | null;
  /** What the first run has more than the second. */
  readonly change: number | null;
  /** The same as a share of what the second has; null where that is nothing. */
  readonly share: number | null;
  readonly verdict: 'better' | 'worse' | 'neutral' | 'same';
  /** How much it is worth to be told: 0 for what is the same. */
  readonly relevance: number;
}

/**
 * Every number that two runs have, the one whose difference matters most first; then in the order of the report. What
 * matters is the weight of the measure times the size of the difference: its share of the larger of both, of counts less
 * when it is only one or two, and of shares itself.
 */
export function compareReports(own: RunReport, other: RunReport): readonly MetricDifference[] {
  const found = [
    ...measured('run', '', runMeasures, own, other),
    ...facts('run', '', own.ledger, other.ledger, 1),
    ...byId(own.eventTypes, other.eventTypes).flatMap(([id, mine, its]) => [
      ...measured('type', id, typeMeasures, mine, its),
      ...facts('type', id, mine?.ledger, its?.ledger, 0.7),
    ]),
    ...byId(own.nodes, other.nodes).flatMap(([id, mine, its]) => [
      ...measured('node', id, nodeMeasures, mine, its),
      ...facts('node', id, mine?.ledger, its?.ledger, 0.8),
      ...states(id, mine, its),
    ]),
    ...byId(own.wires, other.wires).flatMap(([id, mine, its]) =>
      measured('wire', id, wireMeasures, mine, its),
    ),
  ];
  return found.toSorted((a, b) => b.relevance - a.relevance);
}

function measured<T>(
  of: MetricDifference['of'],
  id: string,
  measures: readonly ComparedMeasure<T>[],
  own: T | undefined,
  other: T | undefined,
): readonly MetricDifference[] {
  return measures.flatMap(({ read, id: measure, ...rest }) =>
    difference(
      { of, id, measure, detail: '', ...rest },
      own === undefined ? null : read(own),
      other === undefined ? null : read(other),
    ),
  );
}

function facts(
  of: MetricDifference['of'],
  id: string,
  own: FactCounts | undefined,
  other: FactCounts | undefined,
  factor: number,
): readonly MetricDifference[] {
  return factCodes.flatMap((code) => {
    const [mine, its] = [own?.[code] ?? 0, other?.[code] ?? 0];
    if (mine === 0 && its === 0) return [];
    const { better, weight } = worthOf(code);
    const named = {
      of,
      id,
      measure: 'fact',
      detail: code,
      unit: 'count',
      better,
      weight: weight * factor,
    } as const;
    return difference(named, own === undefined ? null : mine, other === undefined ? null : its);
  });
}

/** The share of the time that a node spent in each of its states. */
function states(
  id: string,
  own: NodeReport | undefined,
  other: NodeReport | undefined,
): readonly MetricDifference[] {
  const names = new Set([own, other].flatMap((node) => Object.keys(node?.residenceUs ?? {})));
  return [...names].flatMap((detail) => {
    const [mine, its] = [shareOf(own, detail), shareOf(other, detail)];
    if ((mine ?? 0) === 0 && (its ?? 0) === 0) return [];
    const named = {
      of: 'node',
      id,
      measure: 'state',
      detail,
      unit: 'share',
      better: 'none',
      weight: 0.9,
    } as const;
    return difference(named, mine, its);
  });
}

function shareOf(node: NodeReport | undefined, state: string): number | null {
  if (node === undefined) return null;
  const total = Object.values(node.residenceUs).reduce((sum, us) => sum + us, 0);
  return total === 0 ? 0 : (node.residenceUs[state] ?? 0) / total;
}

interface Named extends Pick<MetricDifference, 'of' | 'id' | 'measure' | 'detail' | 'unit'> {
  readonly better: Better;
  readonly weight: number;
}

/** A list of one, or of none where neither run has the number. */
function difference(
  { better, weight, ...named }: Named,
  own: number | null,
  other: number | null,
): readonly MetricDifference[] {
  if (own === null && other === null) return [];
  if (own === null || other === null) {
    const relevance = (own ?? other) === 0 ? 0 : weight * 0.3;
    return [{ ...named, own, other, change: null, share: null, verdict: 'neutral', relevance }];
  }
  const change = own - other;
  const share = other === 0 ? null : change / other;
  return [
    {
      ...named,
      own,
      other,
      change,
      share,
      verdict: verdictOf(named.unit, own, other, better),
      relevance: weight * sizeOf(named.unit, own, other),
    },
  ];
}

/** Below it, as a share of the larger, a measured difference says nothing of which run is better: noise is no verdict. */
const negligible = 0.005;

function verdictOf(
  unit: MeasureUnit,
  own: number,
  other: number,
  better: Better,
): MetricDifference['verdict'] {
  const change = own - other;
  if (change === 0) return 'same';
  const size =
    unit === 'share' ? Math.abs(change) : Math.abs(change) / Math.max(Math.abs(own), Math.abs(other));
  if (better === 'none' || (unit !== 'count' && size < negligible)) return 'neutral';
  return change > 0 === (better === 'more') ? 'better' : 'worse';
}

function sizeOf(unit: MeasureUnit, own: number, other: number): number {
  const change = Math.abs(own - other);
  if (change === 0) return 0;
  if (unit === 'share') return Math.min(1, change);
  const size = change / Math.max(Math.abs(own), Math.abs(other));
  return unit === 'count' ? size * (change / (change + 1)) : size;
}

/** What stands in either list, by its id, in the order of the first. */
function byId<T extends { readonly id: string }>(
  own: readonly T[],
  other: readonly T[],
): readonly (readonly [id: string, own: T | undefined, other: T | undefined])[] {
  const mine = new Map(own.map((part) => [part.id, part]));
  const its = new Map(other.map((part) => [part.id, part]));
  return [...new Set([...mine.keys(), ...its.keys()])].map((id) => [id, mine.get(id), its.get(id)] as const);
}
