import { useState } from 'react';
import type { KeyReport } from '#engine/model/KeyReport';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';

/** What is typed, and the key that is meant by it: null for all of them. A key may be empty. */
export interface WantedKey {
  readonly text: string;
  readonly key: string | null;
}

/** A choice among the keys of a node, and what the run knows of them where it stands. */
export function useKeys(node: string, of = '') {
  const [wanted, onWant] = useState<WantedKey>({ text: '', key: null });
  const index = useRun((state) => state.doc.nodes.findIndex(({ id }) => id === node));
  const step = useRun((state) => state.playhead.step);
  const question = { of, like: wanted.text, key: wanted.key };
  const { value } = useRunAnswer('keys', index < 0 ? null : [index, question, { step }]);
  // While a question is under way there is the answer to the one before, which may be about another key.
  const isOwn = value?.question.like === wanted.text && value.question.key === wanted.key;
  const report: KeyReport | null = isOwn && value.question.of === of ? value : null;
  return { wanted, onWant, report };
}
