import { useRun } from '#ui/store/runStore';
import { stopLooking } from '#ui/store/runToStop';
import { useStops } from '#ui/store/stopStore';
import { always, type Command } from './Command';
import { goOn, stopsNow } from './goOn';

/** Goes on to the next stop, however far; without any, plays. What goes on already is stopped. */
export const continueRun: Command = {
  id: 'continueRun',
  label: 'editor.cmd.continueRun',
  group: 'run',
  shortcuts: ['F8'],
  menus: [],
  isEnabled: always,
  perform() {
    if (useStops.getState().told?.what === 'looking') stopLooking();
    else if (useRun.getState().isPlaying || stopsNow().length === 0) useRun.getState().toggle();
    else void goOn(stopsNow());
  },
};
