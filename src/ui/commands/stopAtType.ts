import { useRun } from '#ui/store/runStore';
import { useStops } from '#ui/store/stopStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { tokenAtHand } from './keyAtHand';
import { say } from './say';
import { currentDoc } from './selected';

/** Stops the run wherever an event arrives of the type of the event that was pointed at, or is in view. */
export const stopAtType: Command = {
  id: 'stopAtType',
  label: 'editor.cmd.stopAtType',
  group: 'run',
  words: 'editor.words.breakpoint',
  shortcuts: [],
  menus: ['moment'],
  isEnabled: () => typeHere() !== undefined,
  perform() {
    const type = typeHere();
    if (type === undefined) return;
    useStops.getState().add({ on: 'type', type });
    say('stops.setOnType', { type: currentDoc().eventTypes.find(({ id }) => id === type)?.name ?? type });
  },
};

function typeHere(): string | undefined {
  const moment = useView.getState().contextMenu?.moment;
  const token = moment === undefined ? tokenAtHand() : moment.token;
  return useRun.getState().doc.eventTypes[token?.type ?? -1]?.id;
}
