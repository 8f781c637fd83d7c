import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LessonRun } from './LessonRun';
import { readLesson, templateFolder } from './readLesson';
import { templateGroups, templates } from './templates';

describe('every template', () => {
  test('is listed, and every listed file exists', () => {
    const files = templates.map(({ id }) => `${id}.flow.json`);
    expect(readdirSync(templateFolder).toSorted()).toEqual(files.toSorted());
    expect(new Set(files).size).toBe(files.length);
  });

  test('stands with the others of its group, in the order of the groups', () => {
    const places = templates.map(({ group }) => templateGroups.indexOf(group));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test.each(templates)(
    '$id is accepted without a word and runs for ten seconds, or to a legal end',
    ({ id }) => {
      const { report } = new LessonRun(readLesson(id, { untilMs: 10_000 }));
      expect(['horizon', 'ended']).toContain(report.status);
      expect(report.ledger.worked).toBeGreaterThan(20);
    },
  );

  test.each(templates.slice(1))(
    '$id asks for a guess, says what to turn and what one should see',
    ({ id }) => {
      const titles = readLesson(id).nodes.filter(({ kind }) => kind === 'note');
      const titled = titles.map(({ name }) => name);
      expect(titled).toEqual(['Guess first', 'Turn this', 'What you should see']);
    },
  );
});
