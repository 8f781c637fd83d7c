import type {
  EventType,
  Fault,
  FlowDoc,
  FlowNode,
  Intervention,
  Protocol,
  Wire,
} from '#engine/model/FlowDoc';

/**
 * True when a run of `after` can differ from a run of `before`: the rule behind the document's revision.
 * Nodes count with their place in the list, because traces name nodes by index; nodes that do not run
 * (notes, and groups unless something befalls one), names of nodes and of the flow, places, sizes and colours do not count.
 */
export function engineSees(
  before: FlowDoc,
  after: FlowDoc,
  doesRun: (kind: string) => boolean = () => true,
): boolean {
  return (
    before.seed !== after.seed ||
    before.untilMs !== after.untilMs ||
    (before.interventions !== after.interventions &&
      !areEqual(before.interventions, after.interventions, isSameDeed)) ||
    (before.faults !== after.faults && !areEqual(before.faults, after.faults, isSameFault)) ||
    (before.protocols !== after.protocols && !areEqual(before.protocols, after.protocols, isSameProtocol)) ||
    (before.nodes !== after.nodes && befallsGroups(after) && !haveSameMembers(before.nodes, after.nodes)) ||
    (before.eventTypes !== after.eventTypes && !areEqual(before.eventTypes, after.eventTypes, isSameType)) ||
    (before.wires !== after.wires && !areEqual(before.wires, after.wires, isSameWire)) ||
    (before.nodes !== after.nodes && !haveSameRunners(before.nodes, after.nodes, doesRun))
  );
}

function areEqual<T>(a: readonly T[], b: readonly T[], isSame: (a: T, b: T) => boolean): boolean {
  return (
    a.length === b.length &&
    a.every((item, index) => {
      const other = b[index];
      return other !== undefined && (item === other || isSame(item, other));
    })
  );
}

const isSameType = (a: EventType, b: EventType) => a.id === b.id && a.name === b.name;

const isSameDeed = (a: Intervention, b: Intervention) =>
  a.id === b.id && a.atUs === b.atUs && a.afterStep === b.afterStep && a.action === b.action;

const isSameFault = (a: Fault, b: Fault) => a.id === b.id && a.settings === b.settings;

// Names stand in the trace.
const isSameProtocol = (a: Protocol, b: Protocol) =>
  a.id === b.id && a.name === b.name && a.settings === b.settings;

/** Only then does it matter to a run who is in which group. */
const befallsGroups = ({ faults, interventions }: FlowDoc) => faults.length + interventions.length > 0;

function haveSameMembers(before: readonly FlowNode[], after: readonly FlowNode[]): boolean {
  const groups = new Map(before.map(({ id, group }) => [id, group]));
  return after.every(({ id, group }) => groups.get(id) === group);
}

const isSameWire = (a: Wire, b: Wire) =>
  a.id === b.id &&
  a.settings === b.settings &&
  a.from.node === b.from.node &&
  a.from.port === b.from.port &&
  a.to.node === b.to.node &&
  a.to.port === b.to.port;

function haveSameRunners(
  before: readonly FlowNode[],
  after: readonly FlowNode[],
  doesRun: (kind: string) => boolean,
): boolean {
  const count = Math.max(before.length, after.length);
  for (let index = 0; index < count; index += 1) {
    const a = before[index];
    const b = after[index];
    if (a === b) continue;
    const aRuns = a !== undefined && doesRun(a.kind);
    const bRuns = b !== undefined && doesRun(b.kind);
    if (aRuns !== bRuns) return false;
    if (aRuns && bRuns && (a.id !== b.id || a.kind !== b.kind || a.settings !== b.settings)) return false;
  }
  return true;
}
