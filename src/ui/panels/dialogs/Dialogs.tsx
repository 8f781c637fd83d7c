import type { ComponentType } from 'react';
import { loadTexts } from '#ui/i18n/catalogue';
import { useView, type DialogId } from '#ui/store/viewStore';
import { late } from '#ui/look/late';

type Load = () => Promise<ComponentType>;

/** Dialogs show problems and fields, whose texts the first picture does without. */
const withTexts = (load: Load) =>
  late(async () => {
    const [body] = await Promise.all([load(), loadTexts('en')]);
    return body;
  });

/** Every dialog that this panel owns, each fetched when it is first opened. */
const dialogs: readonly (readonly [DialogId, ComponentType])[] = [
  ['share', withTexts(async () => (await import('./ShareDialog')).ShareDialog)],
  ['link', withTexts(async () => (await import('./LinkDialog')).LinkDialog)],
  ['openFile', withTexts(async () => (await import('./OpenFileDialog')).OpenFileDialog)],
  ['recent', withTexts(async () => (await import('./RecentDialog')).RecentDialog)],
  ['publish', withTexts(async () => (await import('./PublishDialog')).PublishDialog)],
  ['importLog', withTexts(async () => (await import('./ImportLogDialog')).ImportLogDialog)],
  ['gallery', withTexts(async () => (await import('../gallery/GalleryDialog')).GalleryDialog)],
  ['problems', withTexts(async () => (await import('../problems/ProblemsDialog')).ProblemsDialog)],
];

/** The dialog that is open, if it is one of these. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  return dialogs.map(([id, Body]) => id === dialog && <Body key={id} />);
}
