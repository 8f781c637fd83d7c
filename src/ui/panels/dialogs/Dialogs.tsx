import type { ComponentType } from 'react';
import { withTexts } from '#ui/i18n/catalogue';
import { useView, type DialogId } from '#ui/store/viewStore';
import { late } from '#ui/look/late';

/** Every dialog that this panel owns, each fetched with its texts when it is first opened. */
const dialogs: readonly (readonly [DialogId, ComponentType])[] = [
  ['share', late(async () => (await withTexts('later', import('./ShareDialog'))).ShareDialog)],
  ['link', late(async () => (await withTexts('later', import('./LinkDialog'))).LinkDialog)],
  ['openFile', late(async () => (await withTexts('later', import('./OpenFileDialog'))).OpenFileDialog)],
  ['recent', late(async () => (await withTexts('later', import('./RecentDialog'))).RecentDialog)],
  ['publish', late(async () => (await withTexts('later', import('./PublishDialog'))).PublishDialog)],
  ['importLog', late(async () => (await withTexts('later', import('./ImportLogDialog'))).ImportLogDialog)],
  ['gallery', late(async () => (await withTexts('later', import('../gallery/GalleryDialog'))).GalleryDialog)],
  [
    'problems',
    late(async () => (await withTexts('later', import('../problems/ProblemsDialog'))).ProblemsDialog),
  ],
];

/** The dialog that is open, if it is one of these. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  return dialogs.map(([id, Body]) => id === dialog && <Body key={id} />);
}
