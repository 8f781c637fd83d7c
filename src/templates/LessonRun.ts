import type { FlowDoc } from '#engine/model/FlowDoc';
import { advance } from '#engine/runtime/advance';
import { planFlow } from '#engine/runtime/FlowPlan';
import { reportOf } from '#engine/runtime/report';
import type { NodeReport, RunReport } from '#engine/runtime/RunReport';
import { Simulation } from '#engine/runtime/Simulation';
import type { BusView, QueueView } from '#kinds/bus/BusView';
import type { HandlerView } from '#kinds/handler/HandlerView';
import type { PublisherView } from '#kinds/publisher/PublisherView';
import { runningKinds } from '#kinds/runningKinds';
import type { StoreView } from '#kinds/store/StoreView';

/** A template run to its end: what a lesson says of it can be read here, node by node. */
export class LessonRun {
  readonly report: RunReport;
  private readonly simulation: Simulation;

  constructor(doc: FlowDoc) {
    this.simulation = new Simulation(planFlow(doc, runningKinds));
    advance(this.simulation, { step: Infinity });
    this.report = reportOf(this.simulation);
  }

  node(id: string): NodeReport {
    const found = this.report.nodes.find((node) => node.id === id);
    if (found === undefined) throw new Error(`There is no node ${id}.`);
    return found;
  }

  /** Mean time from arrival to the beginning of the work, in milliseconds: of a bus, the time in its queues. */
  meanWaitMs(id: string): number {
    return (this.node(id).wait?.meanUs ?? 0) / 1000;
  }

  /** Mean time from the birth of an event of this type to the end of a piece of work on it, in milliseconds. */
  meanLifetimeMs(type: string): number {
    return (this.report.eventTypes.find(({ id }) => id === type)?.lifetime?.meanUs ?? 0) / 1000;
  }

  // Whoever asks names the view of the kind that the node has.
  publisher(id: string): PublisherView {
    return this.view(id) as PublisherView;
  }

  bus(id: string): BusView {
    return this.view(id) as BusView;
  }

  handler(id: string): HandlerView {
    return this.view(id) as HandlerView;
  }

  store(id: string): StoreView {
    return this.view(id) as StoreView;
  }

  /** The queue that a bus keeps for the subscriber at the end of a wire. */
  queue(bus: string, wire: string): QueueView {
    const index = this.simulation.plan.doc.wires.findIndex(({ id }) => id === wire);
    const found = this.bus(bus).queues.find(({ wires }) => wires.includes(index));
    if (found === undefined) throw new Error(`${bus} has no queue for ${wire}.`);
    return found;
  }

  private view(id: string): unknown {
    const index = this.simulation.plan.indexOfNode.get(id) ?? -1;
    const planned = this.simulation.plan.nodes[index];
    return planned?.kind.behaviour.view(this.simulation.stateOf(index), planned.plan);
  }
}
