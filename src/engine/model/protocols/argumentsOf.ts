import type { PatternArguments } from '#engine/automata/patterns/compilePattern';
import { patterns } from '#engine/automata/patterns/index';
import type { Pattern } from '#engine/automata/patterns/Pattern';
import { scopes, type Scope } from '#engine/automata/patterns/scopes';
import type { EventType } from '../FlowDoc';
import { argumentFields, type ProtocolSettings } from './protocolFields';

type ArgumentField = (typeof argumentFields)[keyof typeof argumentFields];

/** What a protocol says by its pattern. */
export interface PatternChoice {
  readonly pattern: Pattern;
  readonly scope: Scope;
  /** By names of event types. */
  readonly given: PatternArguments;
  /** Settings in which no event type is chosen, and those that repeat one of the same pattern. */
  readonly missing: readonly ArgumentField[];
  readonly repeated: readonly ArgumentField[];
}

/** The pattern, the scope and the events that settings name, and what is wrong with these. */
export function argumentsOf(settings: ProtocolSettings, eventTypes: readonly EventType[]): PatternChoice {
  const pattern = byId(patterns, settings.pattern);
  const scope = byId(scopes, settings.scope);
  const nameOf = new Map(eventTypes.map(({ id, name }) => [id, name]));
  const events = [...pattern.events, ...scope.events];
  const names = events.flatMap((event) => {
    const name = nameOf.get(settings[argumentFields[event]]);
    return name === undefined ? [] : [[event, name] as const];
  });
  const own = pattern.events.map((event) => settings[argumentFields[event]]);
  return {
    pattern,
    scope,
    given: { ...Object.fromEntries(names), n: settings.count },
    missing: events.map((event) => argumentFields[event]).filter((field) => !nameOf.has(settings[field])),
    repeated: pattern.events
      .filter((_, place) => own[place] !== '' && own.indexOf(own[place] ?? '') < place)
      .map((event) => argumentFields[event]),
  };
}

/** The field table allows only ids of the list. */
function byId<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const found = list.find((one) => one.id === id) ?? list[0];
  return found as T; // The lists are not empty.
}
