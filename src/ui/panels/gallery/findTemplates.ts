import type { Template } from '#templates/templates';
import { textOf, type TextKey } from '#ui/i18n/catalogue';

/**
 * Templates in whose title, question or heading every word of a query stands. The English title counts in every
 * language: people know these problems by their English names.
 */
export function findTemplates(
  query: string,
  templates: readonly Template[],
  t: (key: TextKey) => string,
): readonly Template[] {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return templates.filter(({ id, group }) => {
    const title: TextKey = `examples.${id}.title`;
    const texts = [
      t(title),
      textOf('en', title),
      t(`examples.${id}.question`),
      t(`panels.gallery.group.${group}`),
    ];
    const text = texts.join(' ').toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
