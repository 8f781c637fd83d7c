import { useEffect, useMemo } from 'react';
import { withRuns } from '#engine/analysis/predict/withRuns';
import type { Prediction } from '#engine/analysis/predict/Prediction';
import { useDocument } from '#ui/store/documentStore';
import { usePredict } from '#ui/store/predictStore';

/** Longer than a person pauses while typing a number. */
const restMs = 400;

/**
 * What the flow comes to, for as long as somebody looks; null until it is known. Theory is quick: it follows what is drawn, as
 * soon as that rests, and where it says nothing about a line, runs follow. Other settings than those a run sees change nothing.
 */
export function usePresentPrediction(): Prediction | null {
  const { answer, doc } = usePredict((state) => state.prediction);
  const runs = usePredict((state) => state.runs);
  const isOpen = answer?.stations.some(({ tier }) => tier === null) === true;
  useEffect(() => {
    const { ask, runs: known } = usePredict.getState();
    if (isOpen && doc !== null && doc !== known.doc) ask({ question: 'runs', doc });
  }, [isOpen, doc]);
  useEffect(() => {
    const ask = () => {
      const present = useDocument.getState().doc;
      const { prediction, ask: askFor } = usePredict.getState();
      if (prediction.doc !== present) askFor({ question: 'prediction', doc: present });
    };
    let timer = setTimeout(ask, 0);
    const forget = useDocument.subscribe((now, before) => {
      if (now.revision === before.revision) return;
      clearTimeout(timer);
      timer = setTimeout(ask, restMs);
    });
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, []);
  const figures = runs.doc === doc ? runs.answer : null;
  return useMemo(() => (answer === null ? null : withRuns(answer, figures ?? [])), [answer, figures]);
}
