import { useState } from 'react';
import type { Field, Settings } from '#engine/model/fields';
import { FieldRows } from '../inspector/FieldRows';

interface Props {
  readonly fields: readonly Field[];
  /** Where the texts of the fields are in the catalogue. */
  readonly owner: string;
  readonly idPrefix: string;
  readonly settings: Settings;
  /** Takes the settings over; false when they cannot stand as they are, and wait for more to be typed. */
  readonly onChange: (settings: Settings) => boolean;
  readonly onEnd: () => void;
}

/** A form whose fields keep what is typed while it makes no sound chart yet. */
export function DraftForm({ fields, owner, idPrefix, settings, onChange, onEnd }: Props) {
  const [draft, setDraft] = useState<Settings | null>(null);
  const shown = draft ?? settings;
  return (
    <FieldRows
      fields={fields}
      owner={owner}
      idPrefix={idPrefix}
      settings={shown}
      onChange={(field, value) => {
        const next = { ...shown, [field]: value };
        setDraft(onChange(next) ? null : next);
      }}
      onEnd={onEnd}
    />
  );
}
