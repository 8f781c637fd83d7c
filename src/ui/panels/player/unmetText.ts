import type { NamedKeys, UnmetRule } from '#engine/runtime/Trace';
import type { Translate } from '#ui/i18n/useText';
import { formatCount, type FormatLanguage } from '#ui/look/format';

const mostRules = 2;

/** The keys that one part of the rules names, of the first rules that have any; empty without. */
export function unmetText(
  unmet: readonly UnmetRule[],
  part: 'waiting' | 'violated',
  t: Translate,
  language: FormatLanguage,
): string {
  const concerned = unmet.filter((rule) => rule[part].count > 0);
  const texts = concerned
    .slice(0, mostRules)
    .map((rule) => t('player.unmet', { protocol: rule.name, keys: keysText(rule[part], t, language) }));
  return [...texts, ...(concerned.length > mostRules ? ['…'] : [])].join('; ');
}

function keysText({ keys, count }: NamedKeys, t: Translate, language: FormatLanguage): string {
  const named = keys.map((key) => (key === '' ? t('player.unmet.all') : key)).join(', ');
  return count > keys.length ? `${named} +${formatCount(count - keys.length, language)}` : named;
}
