import { lazy, Suspense, type ComponentType } from 'react';
import { useView, type DialogId } from '#ui/store/viewStore';

type Body = () => Promise<{ readonly default: ComponentType }>;

const load = (body: Body) => lazy(body);

/** Every dialog that this panel owns, each loaded when it is first opened. */
const dialogs: readonly (readonly [DialogId, ComponentType])[] = [
  ['share', load(async () => ({ default: (await import('./ShareDialog')).ShareDialog }))],
  ['link', load(async () => ({ default: (await import('./LinkDialog')).LinkDialog }))],
  ['openFile', load(async () => ({ default: (await import('./OpenFileDialog')).OpenFileDialog }))],
  ['recent', load(async () => ({ default: (await import('./RecentDialog')).RecentDialog }))],
  ['publish', load(async () => ({ default: (await import('./PublishDialog')).PublishDialog }))],
  ['importLog', load(async () => ({ default: (await import('./ImportLogDialog')).ImportLogDialog }))],
  ['gallery', load(async () => ({ default: (await import('../gallery/GalleryDialog')).GalleryDialog }))],
  ['problems', load(async () => ({ default: (await import('../problems/ProblemsDialog')).ProblemsDialog }))],
];

/** The dialog that is open, if it is one of these. */
export function Dialogs() {
  const dialog = useView((state) => state.dialog);
  return (
    <Suspense fallback={null}>{dialogs.map(([id, Body]) => id === dialog && <Body key={id} />)}</Suspense>
  );
}
