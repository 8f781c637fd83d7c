import { defaultOf } from '#engine/model/defaultsOf';
import { fieldApplies } from '#engine/model/fieldApplies';
import styles from './control.module.css';
import type { FieldFormProps } from './FieldControl';
import { FieldRow } from './FieldRow';

/** One row for each of these fields that means something just now: a part of a form, or a form inside a list. */
export function FieldRows({ fields, owner, settings, idPrefix, onChange, ...rest }: FieldFormProps) {
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
            Form={FieldRows}
            onChange={(value) => onChange(field.id, value)}
            {...rest}
          />
        ))}
    </div>
  );
}
