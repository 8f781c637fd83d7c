import { text } from '#ui/commands/say';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';

/** Shows a run that was found, and says so when the flow is bounded otherwise for it. */
export function showOnCanvas(show: () => void): void {
  const { untilMs } = useDocument.getState().doc;
  show();
  if (untilMs === useDocument.getState().doc.untilMs) return;
  useView.getState().showToast({ text: text('exploring.shownLength'), tone: 'info', canUndo: true });
}
