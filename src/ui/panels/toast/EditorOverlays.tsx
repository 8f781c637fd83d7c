import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { loadTexts, withTexts } from '#ui/i18n/catalogue';
import { startClipboard } from '#ui/commands/startClipboard';
import { startKeyboard } from '#ui/commands/startKeyboard';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { useStops } from '#ui/store/stopStore';
import { useView } from '#ui/store/viewStore';
import { startLongPress } from '../contextMenu/startLongPress';
import { isRecipeOf } from '../explore/isRecipeOf';
import { ToastArea } from './ToastArea';

const QuickAdd = late(async () => (await import('../quickAdd/QuickAdd')).QuickAdd);
const ConnectChooser = late(async () => (await import('../quickAdd/ConnectChooser')).ConnectChooser);
const ContextMenu = late(async () => (await import('../contextMenu/ContextMenu')).ContextMenu);
const CommandPalette = late(async () => {
  // It is searched in English whatever the language of the page.
  const [{ CommandPalette: body }] = await Promise.all([
    import('../commandPalette/CommandPalette'),
    loadTexts('en'),
  ]);
  return body;
});
const SelectionToolbar = late(async () => (await import('../contextMenu/SelectionToolbar')).SelectionToolbar);
const Banner = late(
  async () => (await withTexts('checking', import('../explore/CounterexampleBanner'))).CounterexampleBanner,
);
const StopNotice = late(async () => (await import('../stops/StopNotice')).StopNotice);
const WhyHover = late(async () => (await import('../why/WhyHover')).WhyHover);
const FadeOthers = late(async () => (await import('../follow/FadeOthers')).FadeOthers);
const GatherSparks = late(async () => (await import('../metrics/GatherSparks')).GatherSparks);
const FollowCamera = late(async () => (await import('../follow/FollowCamera')).FollowCamera);
const HelpSheet = late(async () => (await import('../helpSheet/HelpSheet')).HelpSheet);

/** Everything of the editor that lies over the page, and the keyboard. The app mounts it once. */
export function EditorOverlays() {
  const dialog = useView((view) => view.dialog);
  const hasQuickAdd = useView((view) => view.quickAdd !== null);
  const hasChooser = useView((view) => view.connectChooser !== null);
  const isFollowing = useView((view) => view.selectedEvent !== null);
  const isRecipe = useDocument((state) => isRecipeOf(state.doc.interventions));
  const isTold = useStops((state) => state.told !== null);
  const hasMenu = useView((view) => view.contextMenu !== null);
  useEffect(() => startKeyboard(window), []);
  useEffect(() => startClipboard(document), []);
  useEffect(() => startLongPress(window), []);
  return (
    <>
      {hasQuickAdd && <QuickAdd />}
      {hasChooser && <ConnectChooser />}
      {hasMenu && <ContextMenu />}
      {dialog === 'commands' && <CommandPalette />}
      {dialog === 'help' && <HelpSheet />}
      {isFollowing && <FadeOthers />}
      <GatherSparks />
      {isFollowing && <FollowCamera />}
      <WhyHover />
      <OnCanvas />
      {isRecipe && <BannerOnCanvas />}
      {isTold && <NoticeOnCanvas />}
      <ToastArea />
    </>
  );
}

/** The banner lies on the canvas, whose size and place it follows. */
function BannerOnCanvas() {
  const canvasApi = useView((view) => view.canvasApi);
  const canvas = canvasApi === null ? null : document.querySelector('.react-flow');
  return canvas === null ? null : createPortal(<Banner />, canvas);
}

/** So does what is said of a stop. */
function NoticeOnCanvas() {
  const canvasApi = useView((view) => view.canvasApi);
  const canvas = canvasApi === null ? null : document.querySelector('.react-flow');
  return canvas === null ? null : createPortal(<StopNotice />, canvas);
}

/** The toolbar lies on the canvas, whose size and place it follows. */
function OnCanvas() {
  const hasSeveral = useView((view) => view.selection.nodes.length > 1);
  const canvasApi = useView((view) => view.canvasApi);
  if (!hasSeveral || canvasApi === null) return null;
  const canvas = document.querySelector('.react-flow');
  return canvas === null ? null : createPortal(<SelectionToolbar />, canvas);
}
