import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useMetrics, type ComparedMeasure, type MetricsSubject } from '#ui/store/metricsStore';
import { useRun } from '#ui/store/runStore';
import { factsOf } from './chartsOf';

const compared: readonly ComparedMeasure[] = ['work', 'utilisation', 'queue', 'wait', 'response'];

/** Whose figures are shown: the flow's, a node's, or one measure of all nodes. */
export function SubjectChoice({ compares }: { readonly compares: boolean }) {
  const t = useText();
  const doc = useRun((state) => state.doc);
  const named = useDocument((state) => state.doc.nodes);
  const subject = useShownSubject(compares);
  const names = new Map(named.map(({ id, name }) => [id, name]));
  return (
    <select
      aria-label={t('metrics.whose')}
      value={textOfSubject(subject)}
      onChange={({ currentTarget }) => useMetrics.setState({ subject: subjectOfText(currentTarget.value) })}
    >
      <option value="flow">{t('metrics.flow')}</option>
      <optgroup label={t('metrics.nodes')}>
        {doc.nodes
          .filter((node) => factsOf(node) !== null)
          .map(({ id, name }) => (
            <option key={id} value={`node ${id}`}>
              {names.get(id) ?? name}
            </option>
          ))}
      </optgroup>
      {compares && (
        <optgroup label={t('metrics.compare')}>
          {compared.map((measure) => (
            <option key={measure} value={`nodes ${measure}`}>
              {t(`metrics.${measure}`)}
            </option>
          ))}
        </optgroup>
      )}
    </select>
  );
}

/** What was chosen, as far as it is still there. */
export function useShownSubject(compares: boolean): MetricsSubject {
  const subject = useMetrics((state) => state.subject);
  const isThere = useRun(({ doc }) => subject.of !== 'node' || doc.nodes.some(({ id }) => id === subject.id));
  return isThere && (compares || subject.of !== 'nodes') ? subject : { of: 'flow' };
}

function textOfSubject(subject: MetricsSubject): string {
  if (subject.of === 'flow') return 'flow';
  return subject.of === 'node' ? `node ${subject.id}` : `nodes ${subject.measure}`;
}

function subjectOfText(text: string): MetricsSubject {
  const [of, name = ''] = text.split(' ');
  const measure = compared.find((one) => one === name);
  if (of === 'nodes' && measure !== undefined) return { of, measure };
  return of === 'node' ? { of, id: name } : { of: 'flow' };
}
