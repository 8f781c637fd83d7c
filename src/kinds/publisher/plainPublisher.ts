import type { Plain, PlainSourceState, PlainStation } from '#engine/model/PlainStation';
import type { Settings } from '#engine/model/fields';
import { isUsual } from '#engine/model/isUsual';
import { publisherFields } from './publisherFields';
import { createPublisherState, type PublisherPlan, type PublisherState } from './PublisherState';

/** Settings that the words of the core have room for; all others are as usual. */
const told = [
  'interval',
  'mix',
  'mixOrder',
  'keyChoice',
  'keys',
  'hotShare',
  'keyPrefix',
  'data',
  'startMs',
  'stopMs',
  'count',
];

/** What the core calls the choices of keys that it knows. */
const keyChoices = { uniform: 'drawn', hot: 'hot', sequence: 'counted', zipf: null } as const;

function describe(plan: PublisherPlan, all: Settings): PlainStation | null {
  const { settings } = plan;
  const isPlain =
    isUsual(all, publisherFields, told) &&
    !plan.mixIsByKey &&
    plan.mixTypes.length > 0 &&
    plan.payload.isConstant &&
    plan.filters === null;
  const keyChoice = keyChoices[settings.keyChoice];
  if (!isPlain || keyChoice === null) return null;
  return {
    role: 'source',
    states: ['idle', 'emitting', 'done'],
    interval: settings.interval,
    startUs: plan.startUs,
    stopUs: plan.stopUs,
    count: plan.count,
    keyChoice,
    keys: settings.keys,
    hotShare: settings.hotShare,
    inTurn: settings.mixOrder === 'inTurn',
    rows: plan.mixTypes.map((type, row) => ({ type, weight: plan.mixWeights[row] ?? 0 })),
    routes: plan.routes.map((wires) => wires.map(({ index }) => index)),
    keyOf: (key) => plan.keyNames[key - 1] ?? `${settings.keyPrefix}${key}`,
    data: plan.payload.constant,
    timer: 'generate',
  };
}

/** How the core runs a publisher that waits for nobody and makes its events one by one. */
export const plainPublisher: Plain<PublisherState, PublisherPlan> = {
  describe,
  read: ({ emitted, progress, timer }) => ({ made: progress.made, timer, emitted }),
  write(_plan, plain) {
    const { made, timer, emitted } = plain as PlainSourceState; // It is what `read` gave.
    const state = createPublisherState();
    state.progress.made = made;
    state.timer = timer;
    state.emitted = emitted;
    return state;
  },
};
