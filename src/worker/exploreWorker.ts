import { Exploration } from '#engine/analysis/explore/Exploration';
import type { ExploreProgress } from '#engine/analysis/explore/ExploreProgress';
import { answerOrders, hasProtocolPerKey } from '#engine/analysis/explore/orders/answerOrders';
import { BusOrders } from '#engine/analysis/explore/orders/BusOrders';
import { consumerGroups } from '#kinds/bus/consumerGroups';
import { runningKinds } from '#kinds/runningKinds';
import type { ExploreRequest, ExploreResponse } from './exploreMessages';

/** Configurations between two looks at the clock, and how often the page is told. */
const chunk = 500;
const tellEveryMs = 100;

const post = (response: ExploreResponse) => self.postMessage(response, {});

/** Nothing else is asked of this worker, so that it need not listen while it explores: whoever has enough ends it. */
self.addEventListener('message', ({ data }: MessageEvent<ExploreRequest>) => {
  post(data.question === 'check' ? check(data) : findOrders(data));
});

function check({ doc, property, settings }: ExploreRequest<'check'>): ExploreResponse<'check'> {
  const made = Exploration.of(doc, runningKinds, property, settings);
  if ('problem' in made) return made;
  exploreAll(made);
  return { result: made.answer() };
}

function findOrders({
  doc,
  bus,
  view,
  before,
  settings,
}: ExploreRequest<'orders'>): ExploreResponse<'orders'> {
  const place = { bus, laneOf: consumerGroups(doc, doc.nodes[bus]?.id ?? '') };
  const tellsKeys = view.isPerKey || hasProtocolPerKey(doc, bus);
  const orders = new BusOrders(doc, runningKinds, place, settings, tellsKeys);
  exploreAll(orders);
  return { result: answerOrders(orders, doc, bus, view, before) };
}

interface Sliced {
  readonly isOver: boolean;
  readonly progress: ExploreProgress;
  advance(count: number): void;
}

function exploreAll(exploration: Sliced): void {
  let toldMs = performance.now();
  while (!exploration.isOver) {
    exploration.advance(chunk);
    const nowMs = performance.now();
    if (nowMs - toldMs < tellEveryMs) continue;
    toldMs = nowMs;
    post({ progress: exploration.progress });
  }
}
