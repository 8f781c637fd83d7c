import { createCore, type Core } from '#engine/core/Core';
import { stretchCount, stretchesAt } from '#engine/core/layout';
import type { FlowEvent } from '#engine/model/messages';
import type { Goal, Notes } from '../advance';
import type { FlowPlan } from '../FlowPlan';
import type { Simulation } from '../Simulation';
import { layOut, type Arrangement } from './layOut';
import { loadBooks } from './loadBooks';
import { loadStates } from './loadStates';
import { plainFlowOf, type PlainFlow } from './PlainFlow';
import { saveBooks } from './saveBooks';
import { saveStates } from './saveStates';

/** Fewer steps are not worth being handed over. */
const leastSteps = 500;
/** Beyond it, counts of the core would overflow. */
const mostCount = 2 ** 32 - 2 ** 24;

/** Taking something back that is under way takes about as long as so many steps. */
const stepsPerJob = 8;

const firstJobs = 512;
const mostJobs = 262_144;
const growth = 8;

/** A plan, what the core knows of it, and what was learnt while it ran there. */
interface Candidate {
  readonly flow: PlainFlow | null;
  /** How much room it was found to need. */
  jobs: number;
  /** Not before this step is it worth the handing over again. */
  notBefore: number;
}

/** What is in the core, and of which run: at one step of one plan there is but one state. */
interface Resident {
  /** Whose states it has, if that run has not taken them back. */
  owner: Simulation;
  readonly plan: FlowPlan;
  readonly lay: Arrangement;
  readonly jobs: number;
  stepCount: number;
  readonly known: readonly FlowEvent[];
}

let core: Core | null | undefined;
let resident: Resident | null = null;
const candidates = new WeakMap<FlowPlan, Candidate>();

/**
 * Makes the steps of a run up to a goal in the core, as far as the core can: not at all where the flow is more than it
 * knows, and until there is more under way than it has room for. False when it made none.
 */
export function runInCore(simulation: Simulation, goal: Goal, notes: Notes | null): boolean {
  const { plan, stepCount } = simulation;
  if (goal.step - stepCount < leastSteps || stepCount < candidateOf(plan).notBefore) return false;
  const made = makeInCore(simulation, goal, notes);
  // Where goals are so near that it hardly pays, it is not tried again for a while.
  if (made < leastSteps) candidateOf(plan).notBefore = simulation.stepCount + 10 * leastSteps;
  return made > 0;
}

/** The same however few steps it is worth. How many steps were made. */
export function makeInCore(simulation: Simulation, goal: Goal, notes: Notes | null = null): number {
  const candidate = candidateOf(simulation.plan);
  if (candidate.flow === null || !isAlone(simulation)) return 0;
  if (core === undefined) core = createCore();
  if (core === null) return 0;
  const first = simulation.stepCount;
  while (candidate.jobs <= mostJobs) {
    const taken = load(core, simulation, candidate.flow, candidate.jobs);
    const isOver = taken !== null && go(core, simulation, candidate.flow, taken, goal, notes);
    if (isOver) break;
    candidate.jobs *= growth;
  }
  return simulation.stepCount - first;
}

/** Whether nobody looks at each step. */
function isAlone({ draft, limit, listener }: Simulation): boolean {
  return draft === null && listener === null && limit === '';
}

function candidateOf(plan: FlowPlan): Candidate {
  const known = candidates.get(plan);
  if (known !== undefined) return known;
  const candidate = { flow: plainFlowOf(plan), jobs: firstJobs, notBefore: 0 };
  candidates.set(plan, candidate);
  return candidate;
}

/** Puts a run into the core, if it is not there already. Null when it does not fit. */
function load(core: Core, simulation: Simulation, flow: PlainFlow, jobs: number): Resident | null {
  const { plan, stepCount } = simulation;
  // What another run has left here goes home before anything is done to it.
  if (resident !== null && resident.owner !== simulation) resident.owner.away?.();
  if (resident?.plan === plan && resident.stepCount === stepCount && resident.jobs >= jobs) {
    resident.owner = simulation;
    return resident;
  }
  const { pending } = simulation;
  resident = null;
  if (pending.pushedCount >= mostCount || pending.size > jobs) return null;
  const lay = layOut(core, plan, flow, jobs);
  if (lay === null) return null;
  loadBooks(core, simulation, lay);
  const known = loadStates(core, simulation, flow, lay, jobs);
  if (known === null) return null;
  resident = { owner: simulation, plan, lay, jobs, stepCount, known };
  return resident;
}

/**
 * Makes steps in the core and takes the books back; what lies at the nodes stays there until somebody asks for it. False
 * when it needs more room to go on.
 */
function go(
  core: Core,
  simulation: Simulation,
  flow: PlainFlow,
  taken: Resident,
  { step, throughUs = Infinity, events = Infinity }: Goal,
  notes: Notes | null,
): boolean {
  const { exports } = core;
  exports.horizonUs.value = Math.min(simulation.lastDueUs, throughUs);
  exports.goalEvents.value = Math.min(events, 2 ** 32 - 1);
  // A step sends some messages, each with a number: how far it may go until these run out.
  const left = Math.floor((mostCount - (exports.sequence.value >>> 0)) / (exports.jobsPerStep.value + 2));
  const end = Math.min(step, simulation.stepCount + left, mostCount);
  if (simulation.away === null) {
    const first = simulation.stepCount;
    simulation.away = () => {
      simulation.away = null;
      saveStates(core, simulation, flow, taken.lay, taken.known);
      restIfDear(core, simulation, simulation.stepCount - first, taken.jobs);
    };
  }
  for (;;) {
    setTimes(core, simulation, notes);
    const outcome = exports.run(end);
    saveBooks(core, simulation, taken.lay);
    taken.stepCount = simulation.stepCount;
    if (notes !== null) takeNotes(core, simulation, notes);
    const isOver = outcome !== 0 || simulation.stepCount >= end || simulation.eventCount >= events;
    if (isOver) return outcome !== 2;
  }
}

/** Where so much lies around that taking it back costs more than the steps that were made, the core has to wait a while. */
function restIfDear({ exports }: Core, { plan, stepCount }: Simulation, made: number, jobs: number): void {
  const held = jobs - exports.jobsLeft.value;
  if (made < stepsPerJob * held) candidateOf(plan).notBefore = stepCount + 16 * stepsPerJob * held;
}

/** Says when the core has to stop for something to be noted, and in which stretch of time it begins to count steps. */
function setTimes({ exports }: Core, { stepCount }: Simulation, notes: Notes | null): void {
  const stretch = notes?.times?.density.stretch;
  exports.goalUs.value = Math.min(notes?.dueUs ?? Infinity, stretch?.lastUs ?? Infinity);
  exports.stretches.value = stretchesAt;
  exports.stretch.value = stretch?.bucket ?? 0;
  exports.stretchUs.value = stretch?.widthUs ?? 1;
  exports.stretchEndUs.value = stretch?.endUs ?? Infinity;
  exports.stretchSteps.value = stepCount;
  exports.instant.value = 0;
}

function takeNotes({ exports, words }: Core, simulation: Simulation, notes: Notes): void {
  const { times } = notes;
  if (times !== undefined) {
    const from = stretchesAt >> 2;
    const first = times.density.stretch.bucket;
    const last = Math.min(exports.stretch.value, stretchCount);
    for (let bucket = first; bucket < last; bucket += 1) {
      times.density.addIn(bucket, words[from + bucket] ?? 0);
      words[from + bucket] = 0;
    }
    const rest = simulation.stepCount - (exports.stretchSteps.value >>> 0);
    if (rest > 0) times.density.add(simulation.nowUs, rest);
    const instant = exports.instant.value >>> 0;
    if (instant > 0) times.noteInstant(simulation.nowUs, instant);
  }
  if (simulation.nowUs >= notes.dueUs) notes.note(simulation);
}
