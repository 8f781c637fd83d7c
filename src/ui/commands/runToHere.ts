import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import type { Command } from './Command';
import { goOn, stopsNow } from './goOn';
import { ruleOfSelection } from './toggleBreakpoint';

/** Goes on until an event is at the selected node or wire, or to the moment that was pointed at; breakpoints stop it before. */
export const runToHere: Command = {
  id: 'runToHere',
  label: 'editor.cmd.runToHere',
  group: 'run',
  words: 'editor.words.breakpoint',
  shortcuts: ['Shift+B'],
  menus: ['node', 'wire', 'moment'],
  isEnabled: () => moment() !== null || ruleOfSelection() !== null,
  perform() {
    const place = moment()?.place ?? null;
    if (place !== null) {
      const { playhead } = useRun.getState();
      const isBehind = 'step' in place ? place.step <= playhead.step : place.timeUs <= playhead.timeUs;
      // What has happened is shown as it was: nothing can stop on the way back.
      return isBehind ? useRun.getState().seek(place) : goOn(stopsNow(), 'next', place);
    }
    const rule = ruleOfSelection();
    return rule === null ? undefined : goOn([...stopsNow(), { id: 'here', rule, nth: 1 }]);
  },
};

const moment = () => useView.getState().contextMenu?.moment ?? null;
