import type { NamedKeys, UnmetRule } from '#engine/runtime/Trace';
import type { Translate } from '#ui/i18n/useText';
import { formatCount, type FormatLanguage } from '#ui/look/format';

/** The keys that one part of the rules names, of the first rule that has any; empty without. */
export function unmetText(
  unmet: readonly UnmetRule[],
  part: 'waiting' | 'violated',
  t: Translate,
  language: FormatLanguage,
): string {
  const concerned = unmet.filter((rule) => rule[part].count > 0);
  const [first] = concerned;
  if (first === undefined) return '';
  const text = t('player.unmet', { protocol: first.name, keys: keysText(first[part], t, language) });
  const more = concerned.length - 1;
  return more === 0 ? text : `${text} +${formatCount(more, language)}`;
}

function keysText({ keys, count }: NamedKeys, t: Translate, language: FormatLanguage): string {
  const named = keys.map((key) => (key === '' ? t('player.unmet.all') : key)).join(', ');
  return count > keys.length ? `${named} +${formatCount(count - keys.length, language)}` : named;
}
