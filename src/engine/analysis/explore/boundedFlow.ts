import type { FlowDoc } from '#engine/model/FlowDoc';
import type { RunningKind } from '#engine/model/NodeKind';
import { planFlow, type FlowPlan } from '#engine/runtime/FlowPlan';
import { boundedDoc } from './boundedDoc';
import { whatIsRead, withKeys, type WhatIsRead } from './whatIsRead';

/** Most events of a source where their number is not said. */
const mostEvents = 12;

/** A flow as it is explored, planned. */
export interface BoundedFlow {
  readonly doc: FlowDoc;
  readonly plan: FlowPlan;
  readonly read: WhatIsRead;
  /** Sources draw from so many keys at most; null where they draw from all that they are set to. */
  readonly mostKeys: number | null;
  /** Most events that a source makes. */
  readonly mostEvents: number;
}

/**
 * Bounds a flow. Where keys tell events apart, sources draw only from as many keys as there are events of all of them:
 * with more, events could not be more different, unless something goes by the name of a key.
 */
export function boundedFlow(
  doc: FlowDoc,
  kinds: ReadonlyMap<string, RunningKind>,
  events: number | null,
  readsKeys: boolean,
): BoundedFlow {
  const bounded = boundedDoc(doc, kinds, events);
  const plan = planFlow(bounded, kinds);
  const read = withKeys(whatIsRead(plan), readsKeys);
  const text = JSON.stringify(bounded.nodes);
  const most = Array.from({ length: mostEvents }, (_, index) => index + 1).find(
    (few) => JSON.stringify(boundedDoc(doc, kinds, few).nodes) === text,
  );
  const made = events ?? most ?? mostEvents;
  const sources = doc.nodes.filter(({ kind }) => kinds.get(kind)?.bounded !== undefined).length;
  const keys = sources * (events ?? mostEvents);
  const fewer = boundedDoc(doc, kinds, events, keys);
  const isCut = JSON.stringify(fewer) !== JSON.stringify(bounded);
  if (read.keys !== 'all' || !isCut) return { doc: bounded, plan, read, mostKeys: null, mostEvents: made };
  return { doc: fewer, plan: planFlow(fewer, kinds), read, mostKeys: keys, mostEvents: made };
}
