import { useView } from '#ui/store/viewStore';
import { always, type Command } from './Command';
import { tokenAtHand } from './keyAtHand';

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
    const number = selectedEvent ?? tokenAtHand()?.number ?? null;
    if (number !== null) selectEvent(number);
    showBottom('follow');
  },
};
