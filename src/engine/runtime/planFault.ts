import type { FaultSettings } from '#engine/model/faultFields';
import { faultTimes, type FaultTimes } from '#engine/model/faultTimes';
import type { FaultType, WireHarm } from '#engine/model/faults/FaultType';
import { faultTypes } from '#engine/model/faults/index';
import type { Settings } from '#engine/model/fields';
import type { Fault, FlowDoc } from '#engine/model/FlowDoc';
import type { NodeKind } from '#engine/model/NodeKind';
import { nodesWithin } from '#engine/model/nodesWithin';
import { verbsFor } from '#engine/model/verbsFor';

/** A fault, worked out. */
export interface FaultPlan extends FaultTimes {
  /** That of the fault in the document, or `handFaultId` of the intervention. */
  readonly id: string;
  readonly factor: number;
  /** Who receives a step when it begins and when it ends. */
  readonly receivers: readonly FaultReceiver[];
  /** The wires that it cuts, or to whose messages it does something. */
  readonly wires: readonly number[];
  /** Null when it acts on nodes. */
  readonly does: WireHarm | null;
  /** Whether what is sent over the wires meanwhile may be lost. */
  readonly loses: boolean;
  /** How much longer a message takes, in microseconds. */
  readonly delayUs: number;
  /** To how many messages at most it does something; 0 for all. */
  readonly count: number;
}

export interface FaultReceiver {
  readonly node: number;
  readonly begin: string;
  readonly end: string;
  /** Whether the node itself is told; otherwise the step is only about its wires. */
  readonly isTold: boolean;
}

/** Works out whom a fault befalls and when; null when it names nobody that it could befall. */
export function planFault(
  fault: Fault,
  doc: FlowDoc,
  kinds: ReadonlyMap<string, NodeKind>,
): FaultPlan | null {
  const settings = fault.settings as unknown as FaultSettings; // The importer checked it against faultFields.
  const type = faultTypes.find(({ id }) => id === settings.what);
  const receivers = type === undefined ? [] : receiversOf(type, settings, doc, kinds);
  if (type === undefined || receivers.length === 0) return null;
  return {
    id: fault.id,
    ...faultTimes(settings),
    factor: type.id === 'slow' ? settings.factor : 1,
    receivers,
    wires: type.acts === 'wires' ? wiresBetween(settings, doc) : [],
    does: type.acts === 'wires' ? type.does : null,
    loses: type.acts === 'wires' && losesMessages(type.does, settings),
    delayUs: Math.round(settings.delayMs * 1000),
    count: settings.count,
  };
}

const losesMessages = (does: WireHarm, { messages }: FaultSettings) =>
  does === 'lose' || (does === 'cut' && messages === 'drop');

/** Works out a fault that a person brings about; null when it names nobody that it could befall. */
export function planHandFault(
  intervention: string,
  settings: Settings,
  doc: FlowDoc,
  kinds: ReadonlyMap<string, NodeKind>,
): FaultPlan | null {
  const whole = { ...settings, atMs: 0, everyMs: 0 };
  return planFault({ id: handFaultId(intervention), name: '', settings: whole }, doc, kinds);
}

/** What a fault by hand is known by while it lasts: no id of a document begins so. */
const handFaultId = (intervention: string) => `~${intervention}`;

/** The intervention that brought a fault about, or null for one of the document. */
export const handOf = (fault: string) => (fault.startsWith('~') ? fault.slice(1) : null);

function receiversOf(
  type: FaultType,
  { target }: FaultSettings,
  doc: FlowDoc,
  kinds: ReadonlyMap<string, NodeKind>,
): readonly FaultReceiver[] {
  if (type.acts === 'wires') {
    const node = doc.nodes.findIndex(({ id }) => id === target);
    return node < 0 ? [] : [{ node, begin: type.begin, end: type.end, isTold: false }];
  }
  return nodesWithin(doc.nodes, target).flatMap((node) => {
    const verbs = verbsFor(type, kinds.get(doc.nodes[node]?.kind ?? ''));
    return verbs === null ? [] : [{ node, begin: verbs.begin, end: verbs.end, isTold: true }];
  });
}

/** The wires with one end in the target and one on the other side. What is in both counts as in the target. */
function wiresBetween({ target, other }: FaultSettings, { nodes, wires }: FlowDoc): readonly number[] {
  const idsIn = (id: string) => new Set(nodesWithin(nodes, id).map((index) => nodes[index]?.id));
  const inside = idsIn(target);
  const beyond = other === '' ? null : idsIn(other);
  const isBeyond = (id: string) => !inside.has(id) && (beyond === null || beyond.has(id));
  return wires.flatMap(({ from, to }, index) =>
    (inside.has(from.node) && isBeyond(to.node)) || (inside.has(to.node) && isBeyond(from.node))
      ? [index]
      : [],
  );
}
