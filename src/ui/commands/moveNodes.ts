import type { Places } from '#ui/store/arrange';
import type { Box } from '#ui/store/boxes';
import { useDocument } from '#ui/store/documentStore';
import type { TextKey, TextValues } from '#ui/i18n/catalogue';

/** Puts nodes in new places, as one undo step; frames also get new sizes. */
export function moveNodes(
  label: TextKey,
  values: TextValues,
  places: Places,
  frames: ReadonlyMap<string, Box> = new Map(),
  merge?: string,
): void {
  useDocument.getState().edit(
    label,
    values,
    (draft) => {
      for (const node of draft.nodes) Object.assign(node, places.get(node.id), frames.get(node.id));
    },
    merge === undefined ? {} : { merge },
  );
}
