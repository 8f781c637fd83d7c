import { create } from 'zustand';
import type { Story } from '#engine/runtime/follow/Story';
import { askUntilComplete } from './askUntilComplete';
import { useRun } from './runStore';
import { useView } from './viewStore';

interface FollowState {
  /** What is known of the followed event; null as long as nothing is, or nothing is followed. */
  readonly story: Story | null;
}

/** The story of the followed event. */
export const useFollow = create<FollowState>(() => ({ story: null }));

let users = 0;
let stop: () => void = () => undefined;

/** Keeps the story of whatever event is followed up to date. Returns what ends it; any number may ask for it. */
export function keepFollowing(): () => void {
  users += 1;
  if (users === 1) stop = start();
  let isKept = true;
  return () => {
    if (!isKept) return;
    isKept = false;
    users -= 1;
    if (users === 0) stop();
  };
}

function start(): () => void {
  let turn = 0;
  const begin = () => {
    turn += 1;
    const number = useView.getState().selectedEvent;
    if (useFollow.getState().story?.number !== number) useFollow.setState({ story: null });
    if (number === null) return;
    const own = turn;
    void askUntilComplete(
      () => useRun.getState().ask('follow', number),
      () => own === turn,
      show,
    );
  };
  const forgetView = useView.subscribe((now, before) => {
    if (now.selectedEvent !== before.selectedEvent) begin();
  });
  const forgetRun = useRun.subscribe((now, before) => {
    if (now.generation !== before.generation) begin();
  });
  begin();
  return () => {
    turn += 1;
    forgetView();
    forgetRun();
  };
}

function show(story: Story): void {
  useFollow.setState({ story });
  const numbers = story.events.map(({ token }) => token.number);
  const { family } = useView.getState();
  if (numbers.length > 0 && numbers.length !== family?.size) {
    useView.setState({ family: new Set([story.number, ...numbers]) });
  } else if (numbers.some((number) => family?.has(number) !== true)) {
    useView.setState({ family: new Set(numbers) });
  }
}
