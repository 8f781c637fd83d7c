import { useEffect, useMemo } from 'react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { SeriesFigure, SeriesWindow } from '#engine/runtime/series/SeriesWindow';
import { useRun } from '#ui/store/runStore';
import { useSparks, type Spark } from '#ui/store/sparkStore';
import { runSpan } from '../spacetime/runSpan';
import { factsOf } from './chartsOf';
import { useSeries } from './useSeries';

/** A node is hardly wider than three times as many pixels. */
const buckets = 64;

/** Asks how long queues were over the run, for all nodes at once and whenever the run changes. */
export function GatherSparks() {
  const doc = useRun((state) => state.doc);
  const untilUs = useRun(runSpan);
  const nodes = useMemo(
    () => doc.nodes.flatMap((node, index) => (factsOf(node) === null ? [] : [index])),
    [doc],
  );
  const of = useMemo(() => nodes.map((node): SeriesFigure => ({ what: 'queue', node })), [nodes]);
  const window = useSeries(of, { fromUs: 0, toUs: untilUs, isWhole: true }, buckets);
  useEffect(() => {
    useSparks.setState({ sparks: window === null ? new Map() : sparksOf(doc, nodes, window), untilUs });
    // The answer is what matters; the document it is about came before it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [window]);
  return null;
}

function sparksOf(
  doc: FlowDoc,
  nodes: readonly number[],
  { edgesUs, lines }: SeriesWindow,
): ReadonlyMap<string, Spark> {
  const sparks = new Map<string, Spark>();
  for (const [place, node] of nodes.entries()) {
    const means = (lines[place]?.sums ?? []).map((area, bucket) => {
      const us = (edgesUs[bucket + 1] ?? 0) - (edgesUs[bucket] ?? 0);
      return us > 0 ? area / us : 0;
    });
    const most = means.reduce((one, other) => Math.max(one, other), 0);
    const id = doc.nodes[node]?.id;
    if (most > 0 && id !== undefined) sparks.set(id, { edgesUs, heights: means.map((mean) => mean / most) });
  }
  return sparks;
}
