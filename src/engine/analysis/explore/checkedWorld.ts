import { parseFlow } from '#engine/model/parseFlow';
import type { RunningKind } from '#engine/model/NodeKind';
import { Check, type CheckAnswer } from './Check';
import { usualSettings, type CheckSettings } from './settings';
import { documentOf, type World } from './smallWorlds';

/** A small world, or a document, checked to its end. For tests. */
export function checkedWorld(
  world: World | Readonly<Record<string, unknown>>,
  kinds: ReadonlyMap<string, RunningKind>,
  [property, given = {}]: readonly [property: string, given?: Readonly<Record<string, string>>],
  settings: Partial<CheckSettings> = {},
): CheckAnswer {
  const parsed = parseFlow('busbar' in world ? world : documentOf(world as World), [...kinds.values()]);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const all = { ...usualSettings, ...settings };
  const made = Check.of(parsed.value, kinds, { property, arguments: given }, all);
  if ('problem' in made) throw new Error(JSON.stringify(made.problem));
  while (!made.isOver) made.advance(10_000);
  return made.answer();
}
