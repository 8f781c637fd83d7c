import { create } from 'zustand';
import type { Story } from '#engine/runtime/follow/Story';
import { useRun } from './runStore';
import { useView } from './viewStore';

interface FollowState {
  /** What is known of the followed event; null as long as nothing is, or nothing is followed. */
  readonly story: Story | null;
}

/** The story of the followed event. */
export const useFollow = create<FollowState>(() => ({ story: null }));

/** Between two questions, in milliseconds: while there is more to look through, and while the run is computed. */
const pauses = { looking: 20, waiting: 250 };

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
    void pursue(number, () => own === turn);
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

async function pursue(number: number, isWanted: () => boolean): Promise<void> {
  for (;;) {
    try {
      const story = await useRun.getState().ask('follow', number);
      if (!isWanted()) return;
      show(story);
      if (story.isComplete) return;
      const { summary } = useRun.getState();
      const isBehind = summary !== null && story.knownStep < summary.steps;
      await new Promise((done) => setTimeout(done, isBehind ? pauses.looking : pauses.waiting));
    } catch {
      // Overtaken by a new document, which begins anew; or the run is gone.
      return;
    }
    if (!isWanted()) return;
  }
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
