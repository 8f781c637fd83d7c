import type { Settings } from '#engine/model/fields';
import { readLesson } from './readLesson';

/** The settings of a handler of a template with one of its actions changed. */
export function turnAction(id: string, handler: string, index: number, change: Settings): Settings {
  const settings = readLesson(id).nodes.find((node) => node.id === handler)?.settings;
  // The document was checked: the actions of a handler are a list of records.
  const actions = (settings?.['actions'] ?? []) as readonly Settings[];
  return { actions: actions.map((action, at) => (at === index ? { ...action, ...change } : action)) };
}
