import { useMemo } from 'react';
import type { MeasureName } from '#engine/model/measures';
import type { TimeFigure } from '#engine/runtime/series/SeriesWindow';
import { useText } from '#ui/i18n/useText';
import { useMetrics } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { factsOf } from './chartsOf';
import { SubjectChoice } from './SubjectChoice';

/** What each sort of node measures. */
const measuresOf: Readonly<Record<string, readonly MeasureName[]>> = {
  source: ['wait', 'response'],
  bus: ['wait'],
  server: ['response', 'wait', 'service'],
};

/** Which durations are shown, and what they are called; null where a node measures none. */
export function useTimeFigure(): { readonly figure: TimeFigure | null; readonly title: string } {
  const t = useText();
  const words = useFlowWords();
  const doc = useRun((state) => state.doc);
  const { subject, duration, type } = useMetrics();
  const index = subject.of === 'node' ? doc.nodes.findIndex(({ id }) => id === subject.id) : -1;
  const node = doc.nodes[index];
  const measures = node === undefined ? [] : (measuresOf[factsOf(node)?.role ?? ''] ?? []);
  const measure = measures.find((one) => one === duration) ?? measures[0];
  const isKnown = type < doc.eventTypes.length;
  return useMemo(() => {
    if (subject.of !== 'node') {
      const known = isKnown ? type : -1;
      const title =
        known < 0 ? t('metrics.lifetime') : `${t('metrics.lifetime')}, ${words.type(known)?.name ?? ''}`;
      return { figure: { what: 'lifetime', type: known }, title };
    }
    if (measure === undefined) return { figure: null, title: words.node(index) };
    return {
      figure: { what: measure, node: index },
      title: `${words.node(index)}, ${t(`metrics.${measure}`)}`,
    };
  }, [subject, index, measure, type, isKnown, words, t]);
}

/** Whose durations, and which of them. */
export function DurationChoice() {
  const t = useText();
  const { figure } = useTimeFigure();
  const doc = useRun((state) => state.doc);
  const node = figure !== null && figure.what !== 'lifetime' ? doc.nodes[figure.node] : undefined;
  const measures = node === undefined ? [] : (measuresOf[factsOf(node)?.role ?? ''] ?? []);
  return (
    <>
      <SubjectChoice compares={false} />
      {figure?.what === 'lifetime' && doc.eventTypes.length > 1 && (
        <select
          aria-label={t('metrics.ofType')}
          value={figure.type}
          onChange={({ currentTarget }) => useMetrics.setState({ type: Number(currentTarget.value) })}
        >
          <option value={-1}>{t('metrics.allTypes')}</option>
          {doc.eventTypes.map(({ id, name }, index) => (
            <option key={id} value={index}>
              {name}
            </option>
          ))}
        </select>
      )}
      {measures.length > 1 && (
        <select
          aria-label={t('metrics.whichDuration')}
          value={figure?.what}
          onChange={({ currentTarget }) => {
            const chosen = measures.find((measure) => measure === currentTarget.value);
            if (chosen !== undefined) useMetrics.setState({ duration: chosen });
          }}
        >
          {measures.map((measure) => (
            <option key={measure} value={measure}>
              {t(`metrics.${measure}`)}
            </option>
          ))}
        </select>
      )}
    </>
  );
}
