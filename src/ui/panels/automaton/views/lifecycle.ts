import { kindById } from '#kinds/index';
import { late } from '#ui/look/late';
import type { AutomatonView } from './AutomatonView';

/** The states that every node of a kind goes through as the run executes it. */
export const lifecycle: AutomatonView = {
  id: 'lifecycle',
  title: 'automaton.view.lifecycle',
  appliesTo: ({ kind }) => kindById.get(kind)?.automaton !== undefined,
  Body: late(async () => (await import('../LifecycleView')).LifecycleView),
};
