import { beforeEach, expect, test } from 'vitest';
import type { Frame, Place } from '#engine/runtime/Trace';
import { goToMoment } from './goToMoment';
import { atRest, type AskRun } from './runData';
import { useRun } from './runStore';

/** A step a second. */
const frameAt = (timeUs: number): Frame => {
  const step = Math.floor(timeUs / 1e6);
  return { step, timeUs: step * 1e6, nodes: [], flights: [], facts: {}, failing: [] };
};

let sought: Place[] = [];
/** What happens while the run is asked. */
let meanwhile = () => undefined as void;

const ask = ((_: string, { timeUs }: { timeUs: number }) => {
  meanwhile();
  return Promise.resolve(frameAt(timeUs));
}) as AskRun;

beforeEach(() => {
  sought = [];
  meanwhile = () => undefined;
  useRun.setState({
    ...atRest,
    generation: 1,
    playhead: { step: 3, timeUs: 3e6 },
    ask,
    seek: (place) => void sought.push(place),
  });
});

test('between two steps it goes to the very moment', async () => {
  await goToMoment(3, 3.4e6);
  expect(sought).toEqual([{ timeUs: 3.4e6 }]);
});

test('a playhead that is still on its way to the step is taken there, too', async () => {
  useRun.setState({ playhead: { step: 0, timeUs: 0 } });
  await goToMoment(3, 3.4e6);
  expect(sought).toEqual([{ timeUs: 3.4e6 }]);
});

test.each([
  ['the time of the step itself', 3, 3e6],
  ['a time before it, as links have that never stood at one', 3, 0],
  ['a time after the next step, as in another run', 3, 4.2e6],
])('%s leaves it at the step', async (_, step, timeUs) => {
  await goToMoment(step, timeUs);
  expect(sought).toEqual([]);
});

test('who moved or plays meanwhile stays there', async () => {
  meanwhile = () => useRun.setState({ playhead: { step: 9, timeUs: 9e6 } });
  await goToMoment(3, 3.4e6);
  meanwhile = () => useRun.setState({ playhead: { step: 3, timeUs: 3e6 }, isPlaying: true });
  await goToMoment(3, 3.4e6);
  meanwhile = () => useRun.setState({ isPlaying: false, generation: 2 });
  await goToMoment(3, 3.4e6);
  expect(sought).toEqual([]);
});
