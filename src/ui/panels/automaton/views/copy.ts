import { kindById } from '#kinds/index';
import { late } from '#ui/look/late';
import type { AutomatonView } from './AutomatonView';

/** The states that each copy of an event goes through on a bus. */
export const copy: AutomatonView = {
  id: 'copy',
  title: 'automaton.view.copy',
  appliesTo: ({ kind, settings }) => kindById.get(kind)?.facts(settings).role === 'bus',
  Body: late(async () => (await import('../CopyView')).CopyView),
};
