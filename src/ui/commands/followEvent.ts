import { entryOf } from '#ui/store/foldWindow';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';

/** Shows what became of the followed event; if none is, follows the one that the last step was about. */
export const followEvent: Command = {
  id: 'followEvent',
  label: 'editor.cmd.followEvent',
  group: 'run',
  shortcuts: ['F'],
  menus: [],
  isEnabled: always,
  perform() {
    const { selectedEvent, selectEvent, showBottom } = useView.getState();
    const number = selectedEvent ?? eventAtPlayhead();
    if (number !== null) selectEvent(number);
    showBottom('follow');
  },
};

/** The event of the last step that was about one; null when there is none near. */
function eventAtPlayhead(): number | null {
  const { window, playhead } = useRun.getState();
  if (window === null) return null;
  for (let step = playhead.step; step > window.start.step; step -= 1) {
    const entry = entryOf(window, step);
    const token = entry?.token ?? entry?.facts.find((fact) => fact.token !== null)?.token;
    if (token !== null && token !== undefined) return token.number;
  }
  return null;
}
