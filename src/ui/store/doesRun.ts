import { group } from '#kinds/group/group';
import { note } from '#kinds/note/note';

const runsById = new Map([group, note].map((kind) => [kind.id, kind.runs]));

/** Whether nodes of a kind take part in a run; notes and groups only explain. */
export const doesRun = (kind: string): boolean => runsById.get(kind) ?? true;
