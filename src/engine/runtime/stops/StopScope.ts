import type { stopNames } from '#engine/expression/compileStopCondition';
import { createScope, type ExpressionScope } from '#engine/expression/ExpressionScope';
import { gauge } from '#engine/model/measures';
import type { Json } from '#engine/model/Json';
import type { FlowEvent } from '#engine/model/messages';
import type { FlowPlan } from '../FlowPlan';
import type { StepLook } from './StepLook';

type Names = { readonly [N in (typeof stopNames)[number]]: Json };

/** What a condition sees: the event that arrived, the node where it did, and every node by its name. */
export class StopScope {
  private readonly plan: FlowPlan;
  private readonly scope: ExpressionScope = createScope();
  private look: StepLook | null = null;

  constructor(plan: FlowPlan) {
    this.plan = plan;
    this.scope.context = this.names();
  }

  /** The scope for an event that arrived in the step just made; it is the same object each time. */
  about(look: StepLook, event: FlowEvent): ExpressionScope {
    const { scope } = this;
    const { doc, nodes } = this.plan;
    this.look = look;
    scope.type = doc.eventTypes[event.type]?.name ?? '';
    scope.key = event.subject;
    scope.data = event.data;
    scope.attempt = Math.max(1, look.pending.attempt);
    scope.number = event.number;
    scope.time = event.timeUs / 1000;
    scope.source = nodes[event.source]?.id ?? '';
    scope.now = look.simulation.nowUs / 1000;
    return scope;
  }

  /** Each is worked out only where a condition names it. */
  private names(): Names {
    const { scope } = this;
    const stateOf = (index: number) => this.stateOf(index);
    const here = () => this.look?.node ?? -1;
    const all = () => this.plan.doc.nodes.map(({ name }, index) => [name, stateOf(index)] as const);
    return {
      get event() {
        const { type, key, data, attempt, number, time, source } = scope;
        return { type, key, data, attempt, number, time, source };
      },
      get type() {
        return scope.type;
      },
      get key() {
        return scope.key;
      },
      get data() {
        return scope.data;
      },
      get attempt() {
        return scope.attempt;
      },
      get now() {
        return scope.now;
      },
      get node() {
        return stateOf(here());
      },
      get nodes() {
        return Object.fromEntries(all());
      },
    };
  }

  private stateOf(index: number): Json {
    const { look, plan } = this;
    if (look === null) return {};
    const { metrics, lifecycles } = look.simulation;
    return {
      name: plan.doc.nodes[index]?.name ?? '',
      queue: look.waitingAt(index),
      busy: metrics.levelNow(index, gauge.busy),
      state: lifecycles.page(index).name,
    };
  }
}
