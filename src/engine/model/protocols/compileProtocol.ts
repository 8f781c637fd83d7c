import { asDeterministic } from '#engine/automata/asDeterministic';
import type { Automaton } from '#engine/automata/Automaton';
import type { Bounded } from '#engine/automata/Bounded';
import { certainStates } from '#engine/automata/certainStates';
import { compileRegex } from '#engine/automata/compileRegex';
import { liveStates } from '#engine/automata/liveStates';
import { minimise } from '#engine/automata/minimise';
import { parseRegex } from '#engine/automata/parseRegex';
import { compilePattern } from '#engine/automata/patterns/compilePattern';
import { nameByGoal } from '#engine/automata/patterns/nameByGoal';
import { readAutomatonData } from '../automatonData';
import type { EventType, Protocol } from '../FlowDoc';
import { argumentsOf } from './argumentsOf';
import type { ProtocolPlan, Standing } from './ProtocolPlan';
import type { ProtocolSettings } from './protocolFields';

/** States and arrows that the automaton of a protocol may take. */
const most = { states: 2_000, arrows: 50_000 } as const;

/**
 * What a protocol watches, worked out once: the automaton of its source, and by state how a trace stands that ends
 * there. A source that says nothing yet, or needs too large an automaton, leaves a plan that follows nothing and says
 * why.
 */
export function compileProtocol(
  { id, name, settings: untyped }: Protocol,
  eventTypes: readonly EventType[],
): ProtocolPlan {
  const settings = untyped as unknown as ProtocolSettings; // The importer checked it against protocolFields.
  const source = automatonOf(settings, eventTypes);
  const automaton = source !== null && source.ok ? source.value : null;
  const isMonitor = settings.mode === 'monitor';
  return {
    id,
    name,
    mode: settings.mode,
    watch: isMonitor ? settings.watch : 'publish',
    isPerKey: settings.instances === 'key',
    isStrict: settings.others === 'violation',
    maxInstances: settings.maxInstances,
    automaton,
    unsound: source === null ? 'incomplete' : source.ok ? '' : 'too-large',
    letters: eventTypes.map((type) => automaton?.letters.indexOf(type.name) ?? -1),
    standings: automaton === null ? [] : standingsOf(automaton),
  };
}

/** By state. */
function standingsOf(automaton: Automaton): readonly Standing[] {
  const isLive = liveStates(automaton);
  const isCertain = certainStates(automaton);
  return automaton.accepting.map((isAccepting, state) => {
    if (isLive[state] !== 1) return 'violated';
    if (isCertain[state] === 1) return 'satisfied';
    return isAccepting ? 'accepting' : 'pending';
  });
}

/** Null when there is nothing to watch yet. */
function automatonOf(
  settings: ProtocolSettings,
  eventTypes: readonly EventType[],
): Bounded<Automaton> | null {
  switch (settings.source) {
    case 'pattern':
      return automatonOfPattern(settings, eventTypes);
    case 'regex':
      return automatonOfRegex(settings.expression);
    case 'drawn': {
      const drawn = settings.automaton === null ? null : readAutomatonData(settings.automaton);
      return drawn === null || !drawn.ok ? null : asDeterministic(drawn.value, most.states);
    }
  }
}

function automatonOfPattern(
  settings: ProtocolSettings,
  eventTypes: readonly EventType[],
): Bounded<Automaton> | null {
  const { pattern, scope, given, missing, repeated } = argumentsOf(settings, eventTypes);
  if (missing.length + repeated.length > 0) return null;
  const names = eventTypes.map((type) => type.name);
  return compilePattern(pattern, scope, given, names);
}

function automatonOfRegex(text: string): Bounded<Automaton> | null {
  const tree = text.trim() === '' ? null : parseRegex(text);
  if (tree === null || !tree.ok) return null;
  const arrows = compileRegex(tree.value, [], most.arrows);
  const table = arrows.ok ? asDeterministic(arrows.value, most.states) : arrows;
  return table.ok ? { ok: true, value: nameByGoal(minimise(table.value).automaton) } : table;
}
