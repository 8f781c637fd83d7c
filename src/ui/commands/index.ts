import type { Command } from './Command';
import { addNote } from './addNote';
import { alignBottom } from './alignBottom';
import { alignCentre } from './alignCentre';
import { alignLeft } from './alignLeft';
import { alignMiddle } from './alignMiddle';
import { alignRight } from './alignRight';
import { alignTop } from './alignTop';
import { arrangeFlow } from './arrangeFlow';
import { cancelComputing } from './cancelComputing';
import { clearCanvas } from './clearCanvas';
import { commandPalette } from './commandPalette';
import { compareLastChange } from './compareLastChange';
import { compareRuns } from './compareRuns';
import { computeOn } from './computeOn';
import { connect } from './connect';
import { continueRun } from './continueRun';
import { copy } from './copy';
import { crashNode } from './crashNode';
import { cut } from './cut';
import { deleteAndReconnect } from './deleteAndReconnect';
import { deleteSelected } from './deleteSelected';
import { deliverNext } from './deliverNext';
import { distributeHorizontally } from './distributeHorizontally';
import { distributeVertically } from './distributeVertically';
import { duplicate } from './duplicate';
import { followEvent } from './followEvent';
import { exploreOrders } from './exploreOrders';
import { groupSelected } from './groupSelected';
import { help } from './help';
import { importLog } from './importLog';
import { makeFault } from './makeFault';
import { keepRun } from './keepRun';
import { newFlow } from './newFlow';
import { nextOfKey } from './nextOfKey';
import { nudgeDown } from './nudgeDown';
import { nudgeLeft } from './nudgeLeft';
import { nudgeRight } from './nudgeRight';
import { nudgeUp } from './nudgeUp';
import { openFile } from './openFile';
import { openGallery } from './openGallery';
import { openRecent } from './openRecent';
import { paste } from './paste';
import { pauseNode } from './pauseNode';
import { playFaster } from './playFaster';
import { playSlower } from './playSlower';
import { previousOfKey } from './previousOfKey';
import { previousStop } from './previousStop';
import { publishByHand } from './publishByHand';
import { quickAdd } from './quickAdd';
import { reconnect } from './reconnect';
import { redo } from './redo';
import { rename } from './rename';
import { resetRun } from './resetRun';
import { runToEnd } from './runToEnd';
import { runToHere } from './runToHere';
import { saveFile } from './saveFile';
import { selectAll } from './selectAll';
import { selectDownstream } from './selectDownstream';
import { selectUpstream } from './selectUpstream';
import { selectWire } from './selectWire';
import { share } from './share';
import { stepBack } from './stepBack';
import { showStops } from './showStops';
import { stepForward } from './stepForward';
import { stepOver } from './stepOver';
import { stepOverBack } from './stepOverBack';
import { stopAtKey } from './stopAtKey';
import { stopAtType } from './stopAtType';
import { toggleBreakpoint } from './toggleBreakpoint';
import { toggleLanguage } from './toggleLanguage';
import { toggleMotion } from './toggleMotion';
import { togglePlay } from './togglePlay';
import { toggleOutline } from './toggleOutline';
import { toggleSingleKeys } from './toggleSingleKeys';
import { toggleSnap } from './toggleSnap';
import { toggleTheme } from './toggleTheme';
import { toggleWheel } from './toggleWheel';
import { undo } from './undo';
import { ungroupSelected } from './ungroupSelected';
import { zoomIn } from './zoomIn';
import { zoomOut } from './zoomOut';
import { zoomTo100 } from './zoomTo100';
import { zoomToFit } from './zoomToFit';
import { zoomToSelection } from './zoomToSelection';

/** Every command, in the order of the help sheet. */
export const commands: readonly Command[] = [
  togglePlay,
  stepOver,
  stepOverBack,
  stepForward,
  stepBack,
  nextOfKey,
  previousOfKey,
  continueRun,
  previousStop,
  runToHere,
  toggleBreakpoint,
  deliverNext,
  stopAtKey,
  stopAtType,
  showStops,
  resetRun,
  runToEnd,
  followEvent,
  keepRun,
  compareLastChange,
  compareRuns,
  cancelComputing,
  computeOn,
  playFaster,
  playSlower,
  undo,
  redo,
  cut,
  copy,
  paste,
  duplicate,
  rename,
  deleteSelected,
  deleteAndReconnect,
  clearCanvas,
  quickAdd,
  addNote,
  connect,
  reconnect,
  arrangeFlow,
  groupSelected,
  ungroupSelected,
  alignLeft,
  alignCentre,
  alignRight,
  alignTop,
  alignMiddle,
  alignBottom,
  distributeHorizontally,
  distributeVertically,
  nudgeLeft,
  nudgeRight,
  nudgeUp,
  nudgeDown,
  toggleSnap,
  selectAll,
  selectUpstream,
  selectDownstream,
  selectWire,
  publishByHand,
  pauseNode,
  crashNode,
  makeFault,
  zoomToFit,
  zoomIn,
  zoomOut,
  zoomTo100,
  zoomToSelection,
  commandPalette,
  toggleOutline,
  help,
  toggleTheme,
  toggleLanguage,
  toggleSingleKeys,
  toggleMotion,
  toggleWheel,
  newFlow,
  openFile,
  saveFile,
  openRecent,
  openGallery,
  exploreOrders,
  share,
  importLog,
];

/** The commands by their id. */
export const commandById: ReadonlyMap<string, Command> = new Map(
  commands.map((command) => [command.id, command]),
);
