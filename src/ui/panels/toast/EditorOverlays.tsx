import { lazy, Suspense, useEffect } from 'react';
import { createPortal } from 'react-dom';
import { startClipboard } from '#ui/commands/startClipboard';
import { startKeyboard } from '#ui/commands/startKeyboard';
import { useView } from '#ui/store/viewStore';
import { SelectionToolbar } from '../contextMenu/SelectionToolbar';
import { startLongPress } from '../contextMenu/startLongPress';
import { ToastArea } from './ToastArea';

const QuickAdd = lazy(async () => ({ default: (await import('../quickAdd/QuickAdd')).QuickAdd }));
const ConnectChooser = lazy(async () => ({
  default: (await import('../quickAdd/ConnectChooser')).ConnectChooser,
}));
const ContextMenu = lazy(async () => ({ default: (await import('../contextMenu/ContextMenu')).ContextMenu }));
const CommandPalette = lazy(async () => ({
  default: (await import('../commandPalette/CommandPalette')).CommandPalette,
}));
const HelpSheet = lazy(async () => ({ default: (await import('../helpSheet/HelpSheet')).HelpSheet }));

/** Everything of the editor that lies over the page, and the keyboard. The app mounts it once. */
export function EditorOverlays() {
  const dialog = useView((view) => view.dialog);
  const hasQuickAdd = useView((view) => view.quickAdd !== null);
  const hasChooser = useView((view) => view.connectChooser !== null);
  const hasMenu = useView((view) => view.contextMenu !== null);
  useEffect(() => startKeyboard(window), []);
  useEffect(() => startClipboard(document), []);
  useEffect(() => startLongPress(window), []);
  return (
    <>
      <Suspense fallback={null}>
        {hasQuickAdd && <QuickAdd />}
        {hasChooser && <ConnectChooser />}
        {hasMenu && <ContextMenu />}
        {dialog === 'commands' && <CommandPalette />}
        {dialog === 'help' && <HelpSheet />}
      </Suspense>
      <OnCanvas />
      <ToastArea />
    </>
  );
}

/** The toolbar lies on the canvas, whose size and place it follows. */
function OnCanvas() {
  const hasSeveral = useView((view) => view.selection.nodes.length > 1);
  const canvasApi = useView((view) => view.canvasApi);
  if (!hasSeveral || canvasApi === null) return null;
  const canvas = document.querySelector('.react-flow');
  return canvas === null ? null : createPortal(<SelectionToolbar />, canvas);
}
