import type { Json } from '#engine/model/Json';
import { useDocument } from '#ui/store/documentStore';

interface Change {
  readonly part: 'nodes' | 'wires';
  readonly id: string;
  readonly field: string;
  readonly value: Json;
  /** The field and its owner as a person knows them: what the undo entry is called. */
  readonly values: { readonly field: string; readonly of: string };
}

/** Sets one field of a node or wire. Changes of the same field in a row are one undo entry. */
export function changeSetting({ part, id, field, value, values }: Change): void {
  useDocument.getState().edit(
    'panels.undo.setting',
    values,
    (draft) => {
      const owner = draft[part].find((one) => one.id === id);
      if (owner !== undefined) Object.assign(owner.settings, { [field]: value });
    },
    { merge: `setting ${part} ${id} ${field}` },
  );
}

/** Ends a drag or an entry: the next change of the same field is another undo entry. */
export function endGesture(): void {
  useDocument.getState().endGesture();
}
