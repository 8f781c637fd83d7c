import type { FlowDoc } from '#engine/model/FlowDoc';
import type { StopHit, StopRule } from '#engine/runtime/stops/StopRule';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import type { Stopped } from '#ui/store/stopStore';
import type { StopPlace } from './showStop';

type Names = Pick<FlowDoc, 'nodes' | 'wires' | 'eventTypes' | 'protocols'>;
/** How a number is written in the language of the page. */
export type Count = (n: number) => string;

/** The name of what a rule names; null when the flow has it not, or not any more. */
function nameOf(list: readonly { readonly id: string; readonly name: string }[], id: string): string | null {
  return list.find((one) => one.id === id)?.name ?? null;
}

/** A wire by the nodes that it joins: `orders → E-mail`. */
export function wireName({ nodes, wires }: Names, id: string, t: Translate): string | null {
  const wire = wires.find((one) => one.id === id);
  if (wire === undefined) return null;
  const [from, to] = [wire.from, wire.to].map(({ node }) => nameOf(nodes, node) ?? node);
  return t('stops.wireName', { from: from ?? '', to: to ?? '' });
}

/** A state of a lifecycle, as faces say it. */
export function stateName(state: string, t: Translate): string {
  const key = `kinds.state.${state}`;
  return hasText(key) ? t(key) : state;
}

/** A rule as part of a sentence that begins with `stop when`; null when the flow has not what it names. */
export function ruleText(rule: StopRule, doc: Names, t: Translate, count: Count): string | null {
  const with1 = (key: Parameters<Translate>[0], name: string, value: string | null) =>
    value === null ? null : t(key, { [name]: value });
  switch (rule.on) {
    case 'node':
      return with1('stopping.rule.node', 'node', nameOf(doc.nodes, rule.node));
    case 'wire':
      return with1('stopping.rule.wire', 'wire', wireName(doc, rule.wire, t));
    case 'type':
      return with1('stopping.rule.type', 'type', nameOf(doc.eventTypes, rule.type));
    case 'key':
      return t('stopping.rule.key', { key: rule.key });
    case 'condition':
      return t('stopping.rule.condition', { text: rule.text });
    case 'state': {
      const node = nameOf(doc.nodes, rule.node);
      return node === null ? null : t('stopping.rule.state', { node, state: stateName(rule.state, t) });
    }
    case 'protocol': {
      const protocol =
        rule.protocol === '' ? t('stopping.anyProtocol') : nameOf(doc.protocols, rule.protocol);
      return with1('stopping.rule.protocol', 'protocol', protocol);
    }
    case 'queue': {
      const node = nameOf(doc.nodes, rule.node);
      return node === null ? null : t('stopping.rule.queue', { node, over: count(rule.over) });
    }
    case 'arrival':
      return '';
  }
}

/** Why the run stands where it does, or null where it was only stepped there: `Stopped at step 812: …`. */
export function stoppedText(
  stopped: Stopped,
  ran: Names,
  doc: Names,
  t: Translate,
  count: Count,
): string | null {
  const reasons = stopped.hits.flatMap((hit) => {
    const stop = stopped.stops.find(({ id }) => id === hit.stop);
    if (stop === undefined) return [];
    const why = reasonText(hit, stop.rule, ran, doc, t, count);
    if (why === null) return [];
    return [stop.nth > 1 ? t('stops.time', { why, n: count(hit.count) }) : why];
  });
  if (reasons.length === 0) return null;
  const why = [...new Set(reasons)].reduce((first, second) => t('stops.and', { first, second }));
  return t('stops.stopped', { step: count(stopped.step), why });
}

/** What shows where a run stopped, as a button says it. */
export function placeText(place: StopPlace, doc: Names, t: Translate): string {
  if (place.on === 'wire') return t('stops.showWire', { wire: wireName(doc, place.wire, t) ?? '' });
  const node = nameOf(doc.nodes, place.node) ?? '';
  if (place.on === 'node') return t('stops.showNode', { node });
  return t('stops.showProtocol', { node, protocol: nameOf(doc.protocols, place.protocol) ?? '' });
}

function reasonText(
  hit: StopHit,
  rule: StopRule,
  ran: Names,
  doc: Names,
  t: Translate,
  count: Count,
): string | null {
  // Hits name what was run by its place there; names are those that the document has now.
  const node = nameOf(doc.nodes, ran.nodes[hit.node]?.id ?? '') ?? '';
  const type = ran.eventTypes[hit.type];
  const event =
    hit.event === 0
      ? t('player.anEvent')
      : t('player.event', { type: nameOf(doc.eventTypes, type?.id ?? '') ?? '?', number: hit.event });
  switch (rule.on) {
    case 'node':
      return t('stops.why.node', { event, node });
    case 'wire':
      return t('stops.why.wire', { event, wire: wireName(doc, rule.wire, t) ?? '' });
    case 'type':
      return t('stops.why.type', { event, node });
    case 'key':
      return t('stops.why.key', { event, node, key: hit.key });
    case 'condition':
      return t('stops.why.condition', { event, node, text: rule.text });
    case 'state':
      return t('stops.why.state', { node, state: stateName(rule.state, t) });
    case 'protocol': {
      const broken = rule.protocol === '' ? hit.protocols : [rule.protocol];
      const names = broken.flatMap((id) => nameOf(doc.protocols, id) ?? []);
      const protocol =
        names.length === 0
          ? t('stops.aProtocol')
          : names.reduce((first, second) => t('stops.both', { first, second }));
      return t('stops.why.protocol', { event, protocol });
    }
    case 'queue':
      return t('stops.why.queue', { node, n: count(hit.waiting), over: count(rule.over) });
    case 'arrival':
      return null;
  }
}
