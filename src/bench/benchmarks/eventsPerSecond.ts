import type { Benchmark, Line } from '../Benchmark';
import { fanOutPlan, queuePlan, runToEnd, stepToEnd } from '../flows';
import { compare, type Work } from '../measure';
import { fanOutByHand } from '../references/fanOutByHand';
import { queueByHand } from '../references/queueByHand';
import { queueOfObjects } from '../references/queueOfObjects';
import { QueueWithBooks } from '../references/QueueWithBooks';

const jobs = 60_000;
/** References are faster: they get more to do, so that both take a while. */
const more = 8;

/** What a flow is run like that is more than the core knows. */
const stepByStep = '  step by step, not in the core';

/** An event is an arrival at a node or the end of a piece of work there: what the references count too. */
export const eventsPerSecond: Benchmark = {
  id: 'events',
  title: 'Events per second, counters and metrics on',
  run: () => [
    ...queue('M/M/1 at 80 %', 1, 100),
    ...queue('M/M/4 at 80 %', 4, 400),
    ...fanOut('topic with 8 handlers, 1 % retried', 8),
  ],
};

function queue(what: string, workers: number, meanService: number): readonly Line[] {
  const plan = queuePlan(jobs, 125, meanService, workers);
  const ours: Work = () => {
    runToEnd(plan);
    return 2 * jobs;
  };
  const stepped: Work = () => {
    stepToEnd(plan);
    return 2 * jobs;
  };
  const byHand: Work = () => {
    queueByHand(more * jobs, 125, meanService, workers);
    return 2 * more * jobs;
  };
  const ofObjects: Work = () => {
    queueOfObjects(more * jobs, 125, meanService, workers);
    return 2 * more * jobs;
  };
  const withBooks: Work = () => {
    new QueueWithBooks(plan, jobs, 125, meanService, workers).run();
    return 2 * jobs;
  };
  const limit = compare(ours, byHand);
  const ordinary = compare(stepped, byHand);
  const books = compare(withBooks, byHand);
  const usual = compare(ours, ofObjects);
  return [
    line(what, limit.perSecond, limit.ratio, 'the same model by hand, typed arrays', 0.25),
    line(what, usual.perSecond, usual.ratio, 'the same model by hand, objects and closures'),
    line(stepByStep, ordinary.perSecond, ordinary.ratio, 'the same model by hand, typed arrays'),
    line(
      '  rules by hand, books of the engine',
      books.perSecond,
      books.ratio,
      'the same model by hand, typed arrays',
    ),
  ];
}

function fanOut(what: string, handlers: number): readonly Line[] {
  const events = jobs / 6;
  const plan = fanOutPlan(events, 125, 80, handlers, 0.01);
  const count = (handlers + 1) * events;
  const ours: Work = () => {
    runToEnd(plan);
    return count;
  };
  const stepped: Work = () => {
    stepToEnd(plan);
    return count;
  };
  const byHand: Work = () => {
    fanOutByHand(more * events, 125, 80, handlers, 0.01);
    return more * count;
  };
  const limit = compare(ours, byHand);
  const ordinary = compare(stepped, byHand);
  return [
    line(what, limit.perSecond, limit.ratio, 'the same model by hand, typed arrays', 0.33),
    line(stepByStep, ordinary.perSecond, ordinary.ratio, 'the same model by hand, typed arrays'),
  ];
}

function line(what: string, perSecond: number, ratio: number, against: string, goal?: number): Line {
  return {
    what,
    value: perSecond / 1e6,
    unit: 'M/s',
    ratio,
    against,
    ...(goal === undefined ? {} : { goal }),
  };
}
