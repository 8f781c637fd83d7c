import type { Remedy } from '#engine/analysis/lint/LintRule';
import { mendFlow } from '#engine/analysis/lint/mendFlow';
import { kinds } from '#kinds/index';
import { useDocument } from '#ui/store/documentStore';

/** Makes the edits of a remedy, as one undo step that is called what the button said. */
export function applyRemedy({ changes }: Remedy, said: string): void {
  const { doc, edit } = useDocument.getState();
  const mended = mendFlow(doc, changes, kinds);
  edit('lint.undo', { what: said }, (draft) => {
    Object.assign(draft, mended);
  });
}
