import type { FlowChange } from '#engine/analysis/compare/flowChanges';
import type { Field } from '#engine/model/fields';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import type { Translate } from '#ui/i18n/useText';
import { formatClock, formatPercent } from '#ui/look/format';
import { serviceText, type Law } from '#ui/look/lawText';
import { durationText } from '../inspector/durationText';
import { deedText } from '../interventions/deedText';
import { fieldText } from '../inspector/fieldText';
import { nameOf, wireText } from './metricText';

const longestText = 24;

/** A change as a sentence without its end: `workers of E-mail: 1 → 2`. `docs`: the run's own, then the other. */
export function changeSentence(
  change: FlowChange,
  docs: readonly [own: FlowDoc, other: FlowDoc],
  t: Translate,
  language: string,
): string {
  if (change.change === 'run') {
    const said = (value: number) => (change.field === 'seed' ? String(value) : durationText(value));
    return t(`compare.run.${change.field}`, { own: said(change.own), other: said(change.other) });
  }
  if (change.change !== 'setting') {
    return t(`compare.${change.change}.${change.part}`, {
      what: partText(change.part, change.id, docs, t, language),
    });
  }
  const { field, owner } = change;
  const of = partText(change.part, change.id, docs, t, language);
  const said = (value: Json) => valueText(value, field, owner, docs, t, language);
  const [own, other] = [said(change.own), said(change.other)];
  const values = { field: fieldText(t, `${owner}.${field.id}`), of };
  return own === null || other === null || own === other
    ? t('compare.settingChanged', values)
    : t('compare.setting', { ...values, own, other });
}

function partText(
  part: Exclude<FlowChange, { change: 'run' }>['part'],
  id: string,
  docs: readonly FlowDoc[],
  t: Translate,
  language: string,
): string {
  if (part === 'wires') return wireText(id, docs, t);
  if (part === 'interventions') return interventionText(id, docs, t, language);
  return nameOf(part, id, docs);
}

/** What a person did, and when. */
function interventionText(id: string, docs: readonly FlowDoc[], t: Translate, language: string): string {
  const found = docs.flatMap(({ interventions }) => interventions).find((one) => one.id === id);
  if (found === undefined) return id;
  const parts = {
    nodes: docs.flatMap(({ nodes }) => nodes),
    eventTypes: docs.flatMap(({ eventTypes }) => eventTypes),
  };
  const what = found.name ?? deedText(found.action, parts, t);
  return t('compare.at', { what, time: formatClock(found.atUs, language) });
}

/** A value in a few signs, or null for one that has too much to say. */
function valueText(
  value: Json,
  field: Field,
  owner: string,
  docs: readonly FlowDoc[],
  t: Translate,
  language: string,
): string | null {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  switch (field.type) {
    case 'number':
      return value === field.unlimited ? '∞' : text;
    case 'duration':
      return durationText(Number(value));
    case 'probability':
      return formatPercent(Number(value), language);
    case 'boolean':
      return t(value === true ? 'compare.on' : 'compare.off');
    case 'choice':
      return fieldText(t, `${owner}.${field.id}.${text}`);
    case 'text':
    case 'expression':
      return shortened(text, t);
    case 'texts':
      return Array.isArray(value) ? shortened(value.join(', '), t) : null;
    case 'eventType':
      return value === '' ? t('compare.empty') : nameOf('eventTypes', text, docs);
    case 'node':
      return value === '' ? t('compare.empty') : nameOf('nodes', text, docs);
    case 'distribution':
      // The importer lets no other data into such a field.
      return serviceText(value as unknown as Law, t, language);
    case 'json':
    case 'recording':
    case 'statechart':
    case 'records':
      return null;
  }
}

function shortened(text: string, t: Translate): string {
  if (text === '') return t('compare.empty');
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}
