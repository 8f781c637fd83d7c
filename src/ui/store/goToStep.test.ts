import { expect, test, vi } from 'vitest';
import { goToStep } from './goToStep';
import { useRun } from './runStore';

test('going to a step stops the run first, so that the playhead stays there', () => {
  const said: unknown[] = [];
  const pause = vi.fn(() => said.push('pause'));
  const seek = vi.fn((place: unknown) => said.push(place));
  useRun.setState({ pause, seek });
  goToStep(7);
  expect(said).toEqual(['pause', { step: 7 }]);
});
