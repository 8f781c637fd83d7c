import type { Automaton } from '#engine/automata/Automaton';
import type { FollowedKey } from '#engine/model/protocols/ProtocolReport';
import type { AutomatonPicture, PictureArrow, PictureToken } from '../graph/AutomatonPicture';

/** An automaton with a token for each key that is followed, where it stands; a broken one where it was before. */
export function protocolPicture(
  { states, letters, initial, accepting, table }: Automaton,
  keys: readonly FollowedKey[],
  nameOf: (key: FollowedKey) => string,
): AutomatonPicture {
  const tokens = new Map<string, PictureToken[]>();
  for (const key of keys) {
    const token = {
      id: `${key.group}:${key.key}`,
      label: nameOf(key),
      ...(key.standing === 'violated' && { tone: 'danger' as const }),
    };
    tokens.set(key.state, [...(tokens.get(key.state) ?? []), token]);
  }
  const alive = new Set(keys.flatMap(({ standing, state }) => (standing === 'violated' ? [] : [state])));
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
    })),
    arrows,
    current: states.flatMap((label, state) => (alive.has(label) ? [`s${state}`] : [])),
  };
}
