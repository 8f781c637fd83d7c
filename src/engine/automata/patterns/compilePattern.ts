import { asDeterministic } from '../asDeterministic';
import type { Automaton } from '../Automaton';
import type { Bounded } from '../Bounded';
import { compileRegex } from '../compileRegex';
import { minimise } from '../minimise';
import { parseRegex } from '../parseRegex';
import type { RegexNode } from '../RegexNode';
import { limitToScope } from './limitToScope';
import { nameByGoal } from './nameByGoal';
import type { Pattern, PatternEvent } from './Pattern';
import type { Scope, ScopeEvent } from './scopes';

/** Names of events by what they stand for in a pattern and its scope, and its number. */
export type PatternArguments = Readonly<Partial<Record<PatternEvent | ScopeEvent, string>>> & {
  readonly n?: number;
};

/**
 * The minimal automaton of a pattern within a scope, its states called by what they wait for. Its letters are the
 * events that it names; where it is about all events, those of `allEvents` too, for they count. The events of the
 * pattern itself must be different ones for it to mean what its sentence says. Ends at a limit of states.
 */
export function compilePattern(
  pattern: Pattern,
  scope: Scope,
  given: PatternArguments,
  allEvents: readonly string[] = [],
): Bounded<Automaton> {
  const letters = [...namesOf(pattern.events, given), ...namesOf(scope.events, given)];
  const all = [...new Set(pattern.isAboutAll ? [...letters, ...allEvents] : letters)];
  const text = pattern.expression.replace(/n(?=\})/g, String(given.n ?? 1));
  const tree = parseRegex(text);
  const segment = compileRegex(tree.ok ? named(tree.value, given) : { type: 'nothing' }, all);
  const table = segment.ok ? asDeterministic(segment.value) : segment;
  if (!table.ok) return table;
  const { automaton } = minimise(table.value);
  const letterOf = (event: ScopeEvent) =>
    scope.events.includes(event) ? all.indexOf(given[event] ?? event) : -1;
  const scoped = limitToScope(automaton, scope.id, letterOf('q'), letterOf('r'));
  return { ok: true, value: nameByGoal(minimise(scoped).automaton) };
}

function namesOf(events: readonly (PatternEvent | ScopeEvent)[], given: PatternArguments): readonly string[] {
  return events.map((event) => given[event] ?? event);
}

/** The expression with names of events in place of a, b and c. */
function named(node: RegexNode, given: PatternArguments): RegexNode {
  switch (node.type) {
    case 'letters':
      return { ...node, names: node.names.map((name) => nameOf(name, given)) };
    case 'sequence':
    case 'choice':
      return { ...node, parts: node.parts.map((part) => named(part, given)) };
    case 'repeat':
      return { ...node, part: named(node.part, given) };
    case 'nothing':
    case 'blank':
      return node;
  }
}

function nameOf(name: string, { a = 'a', b = 'b', c = 'c' }: PatternArguments): string {
  return name === 'a' ? a : name === 'b' ? b : name === 'c' ? c : name;
}
