import { assumptionTexts, type Assumption } from '#engine/analysis/predict/assumptionTexts';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { hasText, type Language } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { fieldText } from '#ui/panels/inspector/fieldText';

/** What a prediction takes for granted, in the language of the page: the engine itself says it in English. */
export function assumptionSentence(
  t: Translate,
  language: Language,
  { code, node, other, setting }: Assumption,
  doc: FlowDoc,
): string {
  const find = (id: string) => doc.nodes.find((one) => one.id === id);
  const values: Readonly<Record<string, string>> = {
    node: find(node)?.name ?? node,
    other: find(other)?.name ?? other,
    setting: setting === '' ? '' : fieldText(t, `${find(node)?.kind ?? ''}.${setting}`),
  };
  const key = `predicting.assumption.${code}`;
  if (language !== 'en' && hasText(key)) return t(key, values);
  return assumptionTexts[code].replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
