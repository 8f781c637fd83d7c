import type { MetricDifference } from '#engine/analysis/compare/compareReports';
import type { MeasureUnit } from '#engine/analysis/compare/comparedMeasures';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { formatCount, formatDuration, formatNumber, formatPercent, formatRate } from '#ui/look/format';
import { stateWord } from '../spacetime/hitText';

/** What a figure is called: `p95 of response`. */
export function measureText({ measure, detail }: MetricDifference, t: Translate): string {
  if (measure === 'state') return t('compare.measure.state', { state: stateWord(detail, t) });
  const key = measure === 'fact' ? `compare.fate.${detail}` : `compare.measure.${measure}`;
  return hasText(key) ? t(key) : measure;
}

/** What a figure is of: the name of a node or event type, the ends of a wire, or the whole run. */
export function subjectText({ of, id }: MetricDifference, docs: readonly FlowDoc[], t: Translate): string {
  if (of === 'run') return t('compare.ofRun');
  if (of === 'wire') return wireText(id, docs, t);
  const list = of === 'node' ? 'nodes' : 'eventTypes';
  return nameOf(list, id, docs);
}

/** A wire by the names of its ends. */
export function wireText(id: string, docs: readonly FlowDoc[], t: Translate): string {
  const wire = docs.flatMap(({ wires }) => wires).find((one) => one.id === id);
  if (wire === undefined) return id;
  const end = (node: string) => nameOf('nodes', node, docs);
  return t('compare.wire', { from: end(wire.from.node), to: end(wire.to.node) });
}

/** The name that something has in the first of the documents that has it. */
export function nameOf(
  list: 'nodes' | 'eventTypes' | 'faults' | 'protocols',
  id: string,
  docs: readonly FlowDoc[],
): string {
  return (
    docs
      .flatMap((doc): readonly { readonly id: string; readonly name: string }[] => doc[list])
      .find((one) => one.id === id)?.name ?? id
  );
}

/** A number of a report as people read it. */
export function figureText(value: number | null, unit: MeasureUnit, t: Translate, language: string): string {
  if (value === null) return t('compare.none');
  switch (unit) {
    case 'us':
      return formatDuration(value, language);
    case 'count':
      return formatCount(value, language);
    case 'perSecond':
      return formatRate(value, language);
    case 'share':
      return formatPercent(value, language);
    case 'mean':
      return formatNumber(value, language);
  }
}

/** What the first run has more or less than the second: `−38 %`, `+12`, `−8 points`. */
export function changeText(
  { change, share, unit }: MetricDifference,
  t: Translate,
  language: string,
): string {
  if (change === null) return t('compare.none');
  const sign = change > 0 ? '+' : change < 0 ? '−' : '±';
  const size = Math.abs(change);
  if (unit === 'share')
    return t('compare.points', { n: `${sign}${formatNumber(Math.round(size * 1000) / 10, language)}` });
  const percent = shareText(Math.abs(share ?? 0), language);
  // A change that rounds to nothing has no direction.
  const signed = percent === formatPercent(0, language) ? `≈ ${percent}` : `${sign}${percent}`;
  const byShare = share === null || change === 0 ? '' : signed;
  if (unit === 'count') {
    const count = `${sign}${formatCount(size, language)}`;
    return byShare === '' ? count : `${count} (${byShare})`;
  }
  return byShare === '' ? `${sign}${figureText(size, unit, t, language)}` : byShare;
}

/** What is left of something is not nothing: it has not fallen by 100 %, however little it is. */
function shareText(share: number, language: string): string {
  return formatPercent(share < 1 ? Math.min(share, 0.99) : share, language);
}

/** Measures of which one says that there are fewer or more. */
const countedThings: ReadonlySet<string> = new Set(['fact', 'wireLost', 'sent', 'arrived', 'published']);

/** A difference in a few words: `Worker: p95 of response 120 ms, −38 %`, or `12 fewer lost`. */
export function headlineText(
  one: MetricDifference,
  docs: readonly FlowDoc[],
  t: Translate,
  language: string,
): string {
  const what = measureText(one, t);
  const isCount = countedThings.has(one.measure) && one.change !== null;
  const n = formatCount(Math.abs(one.change ?? 0), language);
  const said = isCount
    ? t((one.change ?? 0) > 0 ? 'compare.moreCount' : 'compare.fewerCount', { n, what })
    : t('compare.chip', {
        what,
        own: figureText(one.own, one.unit, t, language),
        change: changeText(one, t, language),
      });
  return one.of === 'run' ? said : t('compare.named', { of: subjectText(one, docs, t), what: said });
}

/** The differences that matter most, each about something else. */
export function headlinesOf(list: readonly MetricDifference[], count: number): readonly MetricDifference[] {
  const told = new Set<string>();
  const found: MetricDifference[] = [];
  for (const one of list) {
    if (one.relevance === 0 || found.length === count) break;
    // A fate is told once, of whatever comes first; of the times of a node only one.
    const key =
      one.measure === 'fact' ? one.detail : `${one.of} ${one.id} ${one.measure.split('.')[0] ?? ''}`;
    if (told.has(key)) continue;
    told.add(key);
    found.push(one);
  }
  return found;
}
