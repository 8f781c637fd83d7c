import type { Automaton } from '#engine/automata/Automaton';
import { liveStates } from '#engine/automata/liveStates';
import { compilePattern, type PatternArguments } from '#engine/automata/patterns/compilePattern';
import { patterns } from '#engine/automata/patterns/index';
import { scopes } from '#engine/automata/patterns/scopes';
import { sentenceOfPattern } from '#engine/automata/patterns/sentenceOfPattern';
import type { FactNumber } from '#engine/model/facts';
import { broken, type Property, type PropertyKind } from '../Property';
import type { Space } from '../Space';
import { exploreProblem, isExploreProblem, quoted } from '../exploreProblem';
import { momentArgument, momentName, nodeArgument, typeArgument } from './parameters';

/** What an automaton reads: event types at one moment of their life, at one node or anywhere, of one key or of all. */
interface Watched {
  readonly moment: FactNumber;
  /** Index of the node, or −1 for all. */
  readonly node: number;
  readonly key: string | null;
}

/**
 * A property that an automaton over event types decides: broken by a move after which no legal end can be reached any
 * more, or by an end in a state that is not accepting. Where an accepting state may still be reached, something is owed.
 */
function protocolProperty(
  id: string,
  sentence: string,
  automaton: Automaton,
  watched: Watched,
  space: Space,
): Property {
  const live = liveStates(automaton);
  const { eventTypes, nodes } = space.plan.doc;
  const letterOf = eventTypes.map(({ name }) => automaton.letters.indexOf(name));
  const width = automaton.letters.length;
  const at = watched.node < 0 ? '' : ` at ${nodes[watched.node]?.name}`;
  // What only forbids ends as it may wherever it is not broken.
  const mayOwe = automaton.accepting.some((isAccepting, state) => !isAccepting && live[state] === 1);
  let reason = '';
  return {
    id,
    sentence,
    watches: watched.node < 0 ? space.layout.nodes.map((_, place) => place) : [],
    looksAt: [],
    tellsApart: watched.node < 0 ? [] : [space.placeOf[watched.node] ?? -1],
    initial: automaton.initial,
    next(remembered, { outcome }) {
      let state = remembered;
      for (const { code, node, type, key } of outcome.noted) {
        if (code !== watched.moment || (watched.node >= 0 && node !== watched.node)) continue;
        const letter = letterOf[type] ?? -1;
        if (letter < 0 || (watched.key !== null && key !== watched.key)) continue;
        state = automaton.table[state * width + letter] ?? -1;
        if (state >= 0 && live[state] === 1) continue;
        reason = `${eventTypes[type]?.name} is ${momentName(code)}${at} where it must not be`;
        return broken;
      }
      return state;
    },
    whyNotEndHere: (remembered) =>
      automaton.accepting[remembered] === true
        ? null
        : `the run ends while this is still asked for: ${automaton.states[remembered]}`,
    ...(mayOwe && { isOwed: (remembered) => automaton.accepting[remembered] !== true }),
    whyBroken: () => reason,
  };
}

/** Every pattern of order, as a property of its own. */
export const patternProperties: readonly PropertyKind[] = patterns.map((pattern) => ({
  id: pattern.id,
  parameters: [...pattern.events, ...(pattern.counts ? ['n'] : []), 'scope', 'q', 'r', 'when', 'node', 'key'],
  readsKeys: (given) => given['key'] !== undefined,
  make(given, space) {
    const scope = scopes.find((one) => one.id === (given['scope'] ?? 'globally'));
    if (scope === undefined)
      return exploreProblem('explore-choice', {
        name: 'scope',
        value: quoted(given['scope'] ?? ''),
        options: scopes.map(({ id }) => id).join(', '),
      });
    const moment = momentArgument(given, 'when');
    if (isExploreProblem(moment)) return moment;
    const place = given['node'] === undefined ? -1 : nodeArgument(given, 'node', space);
    if (isExploreProblem(place)) return place;
    const names: Record<string, string> = {};
    for (const event of [...pattern.events, ...scope.events]) {
      const type = typeArgument(given, event, space);
      if (isExploreProblem(type)) return type;
      names[event] = space.plan.doc.eventTypes[type]?.name ?? '';
    }
    const n = Number(given['n'] ?? 1);
    if (!Number.isInteger(n) || n < 0 || n > 1000)
      return exploreProblem('explore-count', { value: quoted(given['n'] ?? ''), max: 1000 });
    const named: PatternArguments = { ...names, n };
    const all = space.plan.doc.eventTypes.map(({ name }) => name);
    const compiled = compilePattern(pattern, scope, named, all);
    if (!compiled.ok) return exploreProblem('explore-pattern');
    const key = given['key'] ?? null;
    const node = place < 0 ? -1 : (space.layout.nodes[place] ?? 0);
    const sentence = sentenceOfPattern(pattern, scope, named) + (key === null ? '' : ` for the key ${key}`);
    return protocolProperty(pattern.id, sentence, compiled.value, { moment, node, key }, space);
  },
}));
