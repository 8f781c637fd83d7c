// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';
import { encodeLink } from '#engine/share/link';
import { newDocument } from '#engine/model/newDocument';
import { kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { openLink } from './openLink';

const own = newDocument('My own work');

function fragmentOf(name: string): string {
  const made = encodeLink({ doc: newDocument(name), step: 7, timeUs: 0, hash: '0123456789abcdef' }, kinds);
  if (!made.ok) throw new Error(made.problems[0]?.code);
  return made.value;
}

beforeEach(() => {
  useDocument.getState().open(own, 'saved', 'own');
  useView.getState().closeDialog();
});

test('a sound link opens as a document of its own, and leaves the address', async () => {
  history.replaceState(null, '', '#rest-of-a-link');
  expect(await openLink(fragmentOf('From a friend'))).toBe(true);
  const { doc, id, origin } = useDocument.getState();
  expect({ name: doc.name, origin }).toEqual({ name: 'From a friend', origin: 'link' });
  expect(id).not.toBe('own');
  expect(location.hash).toBe('');
  expect(useView.getState().dialog).toBeNull();
});

test.each([
  ['cut', (link: string) => link.slice(0, -6)],
  ['changed', (link: string) => link.replace(/.(?=\.)/, (letter) => (letter === 'A' ? 'B' : 'A'))],
  ['of another program', () => 'section-2'],
])('a link that is %s says so and opens nothing', async (_, damage) => {
  expect(await openLink(damage(fragmentOf('From a friend')))).toBe(false);
  expect(useDocument.getState()).toMatchObject({ doc: own, id: 'own' });
  expect(useView.getState().dialog).toBe('link');
});
