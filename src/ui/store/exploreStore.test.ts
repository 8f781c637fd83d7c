import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import { newDocument } from '#engine/model/newDocument';
import { useDocument } from './documentStore';
import { useExplore } from './exploreStore';
import { useRun } from './runStore';

const play = vi.fn<() => void>();
const found = { doc: { nodes: [], interventions: [] } };
const shown = () => useDocument.getState().doc;

beforeEach(() => {
  play.mockClear();
  useDocument.getState().open(newDocument('Test'), 'new');
  useRun.setState({ play, reset: () => undefined });
  // Of the answer, showing it needs no more than the document that was found.
  useExplore.setState({ result: { counterexample: found } as unknown as ExplorationAnswer });
});

describe('a run that was found is played', () => {
  test('as soon as its document runs, and once', () => {
    useExplore.getState().showFound();
    expect(play).not.toHaveBeenCalled();
    useRun.setState({ doc: shown() });
    useRun.setState({ isPlaying: false });
    expect(play).toHaveBeenCalledTimes(1);
  });

  test('never when the document was changed before it ran, not even after undoing that', () => {
    useExplore.getState().showFound();
    const first = shown();
    useDocument.getState().edit('editor.edit.move', {}, (draft) => {
      draft.description = 'changed';
    });
    useRun.setState({ doc: shown() });
    useDocument.getState().undo();
    expect(shown()).toBe(first);
    useRun.setState({ doc: first });
    expect(play).not.toHaveBeenCalled();
  });
});
