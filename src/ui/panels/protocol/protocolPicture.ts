import type { Automaton } from '#engine/automata/Automaton';
import type { FollowedKey } from '#engine/model/protocols/ProtocolReport';
import type { AutomatonPicture, PictureArrow, PictureToken } from '../graph/AutomatonPicture';

/** What of the keys of a protocol is shown. */
export interface ProtocolNow {
  /** Those that are known by name. */
  readonly keys: readonly FollowedKey[];
  /** By state: how many keys stand there and are not broken, known by name or not. */
  readonly counts: readonly number[];
  /** Those of one key that is looked at, whose states alone are lit; null when all are looked at. */
  readonly chosen: readonly FollowedKey[] | null;
}

/** An automaton with a token for each key that is followed, where it stands; a broken one where it was before. */
export function protocolPicture(
  { states, letters, initial, accepting, table }: Automaton,
  { keys, counts, chosen }: ProtocolNow,
  nameOf: (key: FollowedKey) => string,
): AutomatonPicture {
  const tokens = new Map<string, PictureToken[]>();
  for (const key of chosen ?? keys) {
    const token = {
      id: `${key.group}:${key.key}`,
      label: nameOf(key),
      ...(key.standing === 'violated' && { tone: 'danger' as const }),
    };
    tokens.set(key.state, [...(tokens.get(key.state) ?? []), token]);
  }
  const named = new Map<string, number>();
  for (const { standing, state } of keys) {
    if (standing !== 'violated') named.set(state, (named.get(state) ?? 0) + 1);
  }
  const alive = (chosen ?? keys).flatMap(({ standing, state }) => (standing === 'violated' ? [] : [state]));
  const lit = new Set([
    ...alive,
    ...(chosen === null ? states.filter((_, state) => (counts[state] ?? 0) > 0) : []),
  ]);
  const arrows: PictureArrow[] = [];
  table.forEach((to, cell) => {
    const from = Math.floor(cell / letters.length);
    const label = letters[cell % letters.length] ?? '';
    if (to >= 0) arrows.push({ id: `a${cell}`, from: `s${from}`, to: `s${to}`, lines: [label] });
  });
  return {
    states: states.map((label, state) => ({
      id: `s${state}`,
      label,
      isInitial: state === initial,
      isAccepting: accepting[state] === true,
      tokens: tokens.get(label) ?? [],
      more: chosen === null ? Math.max(0, (counts[state] ?? 0) - (named.get(label) ?? 0)) : 0,
    })),
    arrows,
    current: states.flatMap((label, state) => (lit.has(label) ? [`s${state}`] : [])),
  };
}
