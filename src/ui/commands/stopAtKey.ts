import { useStops } from '#ui/store/stopStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { keyAtHand } from './keyAtHand';
import { say } from './say';

/** Stops the run wherever an event arrives with the key of the event that was pointed at, or is in view. */
export const stopAtKey: Command = {
  id: 'stopAtKey',
  label: 'editor.cmd.stopAtKey',
  group: 'run',
  words: 'editor.words.breakpoint',
  shortcuts: [],
  menus: ['moment'],
  isEnabled: () => keyHere() !== '',
  perform() {
    const key = keyHere();
    if (key === '') return;
    useStops.getState().add({ on: 'key', key });
    say('stops.setOnKey', { key });
  },
};

/** Of the moment that a menu was opened on, if one was. */
function keyHere(): string {
  const moment = useView.getState().contextMenu?.moment;
  return moment === undefined ? keyAtHand() : (moment.token?.subject ?? '');
}
