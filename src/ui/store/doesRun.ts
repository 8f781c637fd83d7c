import { kindById } from '#kinds/index';

/** Whether nodes of a kind take part in a run; notes and groups only explain. */
export const doesRun = (kind: string): boolean => kindById.get(kind)?.runs ?? true;
