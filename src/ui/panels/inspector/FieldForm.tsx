import { defaultOf } from '#engine/model/defaultsOf';
import { fieldApplies } from '#engine/model/fieldApplies';
import styles from './control.module.css';
import type { FieldFormProps } from './FieldControl';
import { FieldRow } from './FieldRow';

/** The form that a field table describes: one row for each field that means something just now. */
export function FieldForm({ fields, owner, settings, idPrefix, onChange, ...rest }: FieldFormProps) {
  return (
    <div className={styles['form']}>
      {fields
        .filter((field) => fieldApplies(field, settings))
        .map((field) => (
          <FieldRow
            key={field.id}
            field={field}
            owner={owner}
            id={`${idPrefix}-${field.id}`}
            value={settings[field.id] ?? defaultOf(field)}
            Form={FieldForm}
            onChange={(value) => onChange(field.id, value)}
            {...rest}
          />
        ))}
    </div>
  );
}
