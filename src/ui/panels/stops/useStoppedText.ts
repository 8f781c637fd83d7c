import { useContext } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useStops } from '#ui/store/stopStore';
import { stoppedText } from './stopWords';

/** Why the run stopped where the playhead stands, as a sentence; empty where it did not stop by itself. */
export function useStoppedText(): string {
  const t = useText();
  const language = useContext(LanguageContext);
  const told = useStops((state) => state.told);
  const ran = useRun((state) => state.doc);
  const doc = useDocument((state) => state.doc);
  if (told?.what !== 'stopped') return '';
  return stoppedText(told, ran, doc, t, (n) => formatCount(n, language)) ?? '';
}
