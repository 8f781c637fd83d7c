import { nextStateOf } from '#engine/automata/nextStateOf';
import { fact } from '#engine/model/facts';
import type { AckMessage, FlowEvent } from '#engine/model/messages';
import type { ProtocolPlan } from '#engine/model/protocols/ProtocolPlan';
import type { Bus } from '../BusState';
import type { Instance, MonitorState } from './MonitorState';
import { nameOfGroup } from './nameOfGroup';
import { laneOf } from './parking';

/** An event was accepted: what watches the order of publishing reads it. */
export function watchPublish(bus: Bus, event: FlowEvent): void {
  const { watch } = bus.plan;
  if (watch === null) return;
  for (const place of watch.onPublish) read(bus, place, -1, event);
  if (watch.guards.length > 0) bus.state.parking.stirred.push(laneOf(watch, event));
}

/** A copy is handed to a consumer of its group; every attempt counts. */
export function watchDelivery(bus: Bus, group: number, event: FlowEvent): void {
  for (const place of bus.plan.watch?.onDelivery ?? []) read(bus, place, group, event);
}

/** A consumer is done with a delivery and says so, though its answer may be lost. */
export function watchCompletion(bus: Bus, { wire, event, outcome, value }: AckMessage): void {
  const isDone = outcome === 'done' || (outcome === 'vanished' && value === 'done');
  const group = bus.plan.places.get(wire)?.group;
  if (!isDone || group === undefined || event === null) return;
  for (const place of bus.plan.watch?.onCompletion ?? []) read(bus, place, group, event);
}

/** Before anything happens, what follows all events together stands in its initial state. */
export function beginWatch(bus: Bus): void {
  const { watch, groups } = bus.plan;
  for (const [place, plan] of watch?.protocols.entries() ?? []) {
    if (plan.isPerKey || plan.automaton === null) continue;
    const followed = plan.watch === 'publish' ? [-1] : [...groups.keys()];
    for (const group of followed) follow(bus, place, plan, group, '');
  }
}

/** Whether everything that is followed could legally end here. */
export function mayEnd(monitors: readonly MonitorState[]): boolean {
  return monitors.every(({ standings }) => standings.pending + standings.violated === 0);
}

function read(bus: Bus, place: number, group: number, event: FlowEvent): void {
  const plan = bus.plan.watch?.protocols[place];
  const letter = plan?.letters[event.type] ?? -1;
  if (plan === undefined || plan.automaton === null || (letter === -1 && !plan.isStrict)) return;
  const instance = follow(bus, place, plan, group, plan.isPerKey ? event.subject : '', event);
  if (instance === null || instance.standing === 'violated') return;
  const next = letter === -1 ? -1 : nextStateOf(plan.automaton, instance.state, letter);
  move(bus, place, plan, instance, next, event);
}

/** The one that follows this key, made when it is new; null beyond the limit. */
function follow(
  bus: Bus,
  place: number,
  plan: ProtocolPlan,
  group: number,
  key: string,
  event: FlowEvent | null = null,
): Instance | null {
  const monitor = bus.state.monitors[place];
  if (monitor === undefined || plan.automaton === null) return null;
  const name = `${group}:${key}`;
  const known = Object.hasOwn(monitor.instances, name) ? monitor.instances[name] : undefined;
  if (known !== undefined) return known;
  if (plan.isPerKey && monitor.count >= plan.maxInstances) {
    if (monitor.missed === 0) bus.context.record(fact['protocol-unknown'], event, plan.name);
    monitor.missed += 1;
    return null;
  }
  const state = plan.automaton.initial;
  const standing = plan.standings[state] ?? 'violated';
  const instance: Instance = { group, key, state, standing, sinceUs: bus.context.now, brokenStep: 0 };
  monitor.instances[name] = instance;
  monitor.count += 1;
  monitor.standings[standing] += 1;
  if (standing === 'violated') tellBroken(bus, monitor, plan, instance, event);
  else monitor.tokens[state] = (monitor.tokens[state] ?? 0) + 1;
  return instance;
}

function move(
  bus: Bus,
  place: number,
  plan: ProtocolPlan,
  instance: Instance,
  next: number,
  event: FlowEvent,
): void {
  const monitor = bus.state.monitors[place];
  if (monitor === undefined || next === instance.state) return;
  const standing = plan.standings[next] ?? 'violated';
  const before = instance.standing;
  monitor.tokens[instance.state] = (monitor.tokens[instance.state] ?? 0) - 1;
  monitor.standings[before] -= 1;
  monitor.standings[standing] += 1;
  instance.standing = standing;
  instance.sinceUs = bus.context.now;
  if (standing === 'violated') {
    tellBroken(bus, monitor, plan, instance, event);
    return;
  }
  instance.state = next;
  monitor.tokens[next] = (monitor.tokens[next] ?? 0) + 1;
  if (standing === 'satisfied' && before !== 'satisfied')
    bus.context.record(fact['protocol-satisfied'], event, plan.name);
}

function tellBroken(
  { context, plan }: Bus,
  monitor: MonitorState,
  { name }: ProtocolPlan,
  instance: Instance,
  event: FlowEvent | null,
): void {
  instance.brokenStep = context.step;
  monitor.lastStep = context.step;
  const { group, key } = instance;
  const type = event?.type ?? -1;
  monitor.first ??= {
    key,
    group: nameOfGroup(plan, group),
    step: context.step,
    timeUs: context.now,
    type,
  };
  context.record(fact['protocol-violated'], event, name);
}
