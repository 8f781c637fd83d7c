import { useEffect } from 'react';
import { startComparing } from '#ui/store/compareStore';
import { useDocument } from '#ui/store/documentStore';
import { CompareIntro } from './CompareIntro';
import { ComparePair } from './ComparePair';

/** The run of the document beside another one that was kept: their pictures, figures, and where they come from. */
export function CompareTab() {
  const hasBranches = useDocument((state) => state.doc.branches !== undefined);
  useEffect(() => startComparing(), []);
  return hasBranches ? <ComparePair /> : <CompareIntro />;
}
