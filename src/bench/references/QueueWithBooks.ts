import type { LifecycleEdge } from '#engine/automata/compileLifecycle';
import { SeededChooser, type Chooser } from '#engine/kernel/Chooser';
import type { Distribution } from '#engine/kernel/Distribution';
import { createClock, EventList } from '#engine/kernel/EventList';
import { createFifo, pushLast, takeFirst } from '#engine/kernel/Fifo';
import { createStreams } from '#engine/kernel/RandomStreams';
import { TraceHash } from '#engine/kernel/TraceHash';
import { fact, type FactNumber } from '#engine/model/facts';
import { gauge, measure } from '#engine/model/measures';
import { Counters } from '#engine/runtime/Counters';
import type { FlowPlan } from '#engine/runtime/FlowPlan';
import { openLifecycles } from '#engine/runtime/LifecycleBook';
import type { LifecyclePage } from '#engine/runtime/LifecyclePage';
import { createMetrics, type Metrics } from '#engine/runtime/Metrics';

/* The nodes of the flow, by number, and its two wires. */
const source = 0;
const queue = 1;
const server = 2;
const inWire = 0;
const outWire = 1;

/** Of what a publisher draws a key. */
const keys = 20;

/* What steps are, by the numbers that the hash has for them. */
const step = { publish: 1, deliver: 2, start: 3, finish: 4, generate: 5, done: 8 } as const;

interface Item {
  readonly what: number;
  readonly event: number;
  readonly bornUs: number;
  /** When the handler took it; 0 before. */
  readonly begunUs: number;
}

/**
 * M/M/c with its rules written by hand for this one flow, and all that the engine keeps and draws whatever the rules are:
 * event list, luck, ledger, histograms, levels, lifecycles and hash. It makes the very steps of the flow drawn, so its
 * hash is that of the engine, and how fast it is says what no better way of running rules can exceed.
 */
export class QueueWithBooks {
  private readonly clock = createClock();
  private readonly list = new EventList<Item>(this.clock);
  private readonly hash = new TraceHash();
  private readonly counters = new Counters(1, 2, 3);
  private readonly metrics: Metrics = createMetrics(3, 1, this.clock);
  private readonly lastStepUs = new Float64Array(3);
  private readonly pages: readonly [LifecyclePage, LifecyclePage, LifecyclePage];
  private readonly luck: readonly [Chooser, Chooser];
  private readonly jobs: number;
  private readonly interval: Distribution;
  private readonly service: Distribution;
  private readonly workers: number;
  private readonly waiting = createFifo<Item>();
  private steps = 0;
  private made = 0;
  private waitingCount = 0;
  private inFlight = 0;
  private busy = 0;

  /** `plan` is that of `queuePlan` with these numbers. */
  constructor(plan: FlowPlan, jobs: number, meanBetween: number, meanService: number, workers: number) {
    const { doc, nodes } = plan;
    const book = openLifecycles(
      nodes.map((node) => node.kind.automaton),
      this.clock,
    );
    const streams = createStreams(
      doc.seed,
      nodes.map((node) => node.id),
    );
    this.pages = [book.page(source), book.page(queue), book.page(server)];
    this.luck = [new SeededChooser(streams, source), new SeededChooser(streams, server)];
    this.jobs = jobs;
    this.interval = { law: 'exponential', mean: meanBetween };
    this.service = { law: 'exponential', mean: meanService };
    this.workers = workers;
    this.generateLater();
  }

  /** Runs to the end and returns the trace hash. */
  run(): string {
    for (let item = this.list.pop(); item !== undefined; item = this.list.pop()) {
      if (this.list.poppedTimeUs > this.nowUs) this.clock[0] = this.list.poppedTimeUs;
      this.steps += 1;
      this.take(item);
    }
    return this.hash.digest();
  }

  private get nowUs(): number {
    return this.clock[0] ?? 0;
  }

  private take(item: Item): void {
    switch (item.what) {
      case step.generate:
        this.generate();
        break;
      case step.publish:
        this.publish(item);
        break;
      case step.deliver:
        this.deliver(item);
        break;
      case step.start:
        this.begin(server, step.start, -1, item.event);
        this.later(step.finish, item, this.luck[1].sample(this.service));
        break;
      case step.finish:
        this.finish(item);
        break;
      default:
        this.done(item);
    }
  }

  private generate(): void {
    const [page] = this.pages;
    this.begin(source, step.generate, -1, 0);
    this.made += 1;
    this.luck[0].pick(keys);
    this.note(page.take('emit', this.steps));
    this.metrics.observe(source, measure.wait, 0);
    this.record(fact.published, source, this.made);
    this.counters.send(inWire);
    this.list.pushDue({ what: step.publish, event: this.made, bornUs: this.nowUs, begunUs: 0 });
    if (this.made < this.jobs) this.generateLater();
    this.note(page.take('emitted', this.steps));
    if (this.made === this.jobs) this.note(page.take('exhaust', this.steps));
  }

  private publish(item: Item): void {
    this.begin(queue, step.publish, inWire, item.event);
    this.counters.arrive(inWire);
    this.record(fact.accepted, queue, item.event);
    this.waitingCount += 1;
    pushLast(this.waiting, item);
    this.dispatch();
  }

  private deliver(item: Item): void {
    this.begin(server, step.deliver, outWire, item.event);
    this.counters.arrive(outWire);
    this.metrics.observe(server, measure.wait, 0);
    this.busy += 1;
    const { event, bornUs } = item;
    this.list.pushDue({ what: step.start, event, bornUs, begunUs: this.nowUs });
    this.showServer();
  }

  private finish(item: Item): void {
    this.begin(server, step.finish, -1, item.event);
    this.metrics.observeType(0, this.nowUs - item.bornUs);
    this.record(fact.worked, server, item.event);
    this.metrics.observe(server, measure.service, this.nowUs - item.begunUs);
    this.metrics.observe(server, measure.response, this.nowUs - item.begunUs);
    this.busy -= 1;
    this.later(step.done, item, 0);
    this.showServer();
  }

  private done(item: Item): void {
    this.begin(queue, step.done, outWire, item.event);
    this.record(fact.delivered, queue, item.event);
    this.inFlight -= 1;
    this.dispatch();
  }

  /** Hands out what waits, as far as there are workers. */
  private dispatch(): void {
    const item = this.inFlight < this.workers ? takeFirst(this.waiting) : undefined;
    if (item !== undefined) {
      this.waitingCount -= 1;
      this.inFlight += 1;
      this.metrics.observe(queue, measure.wait, this.nowUs - item.bornUs);
      this.counters.send(outWire);
      this.later(step.deliver, item, 0);
    }
    this.metrics.level(queue, gauge.queue, this.waitingCount);
    this.moveTo(this.pages[queue], this.inFlight > 0 ? 'dispatching' : 'idle');
  }

  private showServer(): void {
    this.metrics.level(server, gauge.busy, this.busy);
    this.metrics.level(server, gauge.queue, 0);
    this.moveTo(this.pages[server], this.busy > 0 ? 'busy' : 'idle');
  }

  private generateLater(): void {
    const item: Item = { what: step.generate, event: 0, bornUs: 0, begunUs: 0 };
    this.list.push(item, this.nowUs + this.luck[0].sample(this.interval));
  }

  private later(what: number, { event, bornUs, begunUs }: Item, delayUs: number): void {
    const item: Item = { what, event, bornUs, begunUs };
    if (delayUs === 0) this.list.pushDue(item);
    else this.list.push(item, this.nowUs + delayUs);
  }

  private begin(node: number, what: number, wire: number, event: number): void {
    this.lastStepUs[node] = this.nowUs;
    this.hash.addStep(this.nowUs, node * 16 + what, wire, event);
  }

  private record(code: FactNumber, node: number, event: number): void {
    this.counters.count(code, 0, node);
    this.hash.addCode(code + 1 + 64 * event);
  }

  private moveTo(page: LifecyclePage, state: string): void {
    if (page.name !== state) this.note(page.moveTo(state, this.steps));
  }

  private note({ index }: LifecycleEdge): void {
    this.hash.addCode(index + 101);
  }
}
