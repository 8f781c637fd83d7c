import { kinds } from '#kinds/index';
import { say } from '#ui/commands/say';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { forgetSubject, openDialogOn } from './dialogSubject';

/**
 * Opens the JSON text of a flow as a document of its own. A text that is none opens the list of its problems and
 * changes nothing. Answers whether it opened. The importer comes when it is first needed.
 */
export async function openFlowText(name: string, text: string): Promise<boolean> {
  const { parseFlowText } = await import('#engine/model/parseFlow');
  const parsed = parseFlowText(text, kinds);
  if (!parsed.ok) {
    openDialogOn('problems', { about: 'import', name, text, problems: parsed.problems });
    return false;
  }
  useDocument.getState().open(parsed.value, 'file');
  useView.getState().closeDialog();
  useView.getState().clearSelection();
  forgetSubject();
  const warnings = parsed.problems.length;
  if (warnings === 0) say('panels.file.opened', { name: parsed.value.name }, 'success');
  else say('panels.file.openedWithWarnings', { name: parsed.value.name, n: warnings }, 'warn');
  return true;
}
