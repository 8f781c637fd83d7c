import { beforeAll, describe, expect, test } from 'vitest';
import { readLesson } from '#templates/readLesson';
import { templates } from '#templates/templates';
import { loadTexts, textOf, type Language, type TextKey } from '#ui/i18n/catalogue';
import { findTemplates } from './findTemplates';

beforeAll(async () => {
  await Promise.all([loadTexts('en'), loadTexts('zh-Hans')]);
});

describe('the gallery', () => {
  test.each(templates)('calls $id as its document does', ({ id }) => {
    expect(textOf('en', `examples.${id}.title`)).toBe(readLesson(id).name);
  });

  const find = (query: string, language: Language = 'en') =>
    findTemplates(query, templates, (key: TextKey) => textOf(language, key)).map(({ id }) => id);

  test('shows everything to whoever looks for nothing', () => {
    expect(find('  ')).toEqual(templates.map(({ id }) => id));
  });

  test('finds every template by its title, in both languages and whatever the case of the letters', () => {
    for (const { id } of templates) {
      expect(find(textOf('en', `examples.${id}.title`).toUpperCase())).toContain(id);
      expect(find(textOf('zh-Hans', `examples.${id}.title`), 'zh-Hans')).toContain(id);
    }
  });

  test('finds by words of the question in any order, and English titles from Chinese', () => {
    expect(find('slow subscribers')).toContain('fan-out');
    expect(find('fan-out', 'zh-Hans')).toEqual(['fan-out']);
  });

  test('finds nothing for a word that stands nowhere', () => {
    expect(find('slow unicorns')).toEqual([]);
  });
});
