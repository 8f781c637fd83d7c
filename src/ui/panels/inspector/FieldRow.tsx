import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { Field } from '#engine/model/fields';
import type { Json } from '#engine/model/Json';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { Control } from './Control';
import { ScopeHelp } from './ScopeHelp';
import styles from './control.module.css';
import type { FormComponent, PatternHints } from './FieldControl';
import { fieldHelp, fieldText } from './fieldText';

interface Props {
  readonly field: Field;
  readonly owner: string;
  readonly value: Json;
  readonly id: string;
  readonly Form: FormComponent;
  readonly patterns?: PatternHints;
  readonly onChange: (value: Json) => void;
  readonly onEnd: () => void;
}

/** Short controls stand beside their label, the others below it. */
const beside: ReadonlySet<Field['type']> = new Set([
  'number',
  'duration',
  'probability',
  'boolean',
  'eventType',
]);

/** Label, explanation on demand, and control of one field. */
export function FieldRow(props: Props) {
  const { field, owner, id } = props;
  const t = useText();
  const [isHelpOpen, setHelpOpen] = useState(false);
  const label = fieldText(t, `${owner}.${field.id}`);
  const help = fieldHelp(t, `${owner}.${field.id}`);
  const empty = `fields.${owner}.${field.id}.empty`;
  const isEmpty = Array.isArray(props.value) && props.value.length === 0;
  const helpId = `${id}-help`;
  return (
    <div className={styles['field']} data-beside={beside.has(field.type) || undefined}>
      <div className={styles['label']}>
        <span>{label}</span>
        {help !== null && (
          <button
            type="button"
            className={styles['help']}
            aria-label={t('fields.help', { label })}
            aria-expanded={isHelpOpen}
            onClick={() => setHelpOpen(!isHelpOpen)}
          >
            <CircleHelp size={13} aria-hidden />
          </button>
        )}
      </div>
      <div className={styles['control']}>
        <Control {...props} label={label} describedBy={isHelpOpen ? helpId : undefined} />
        {isEmpty && hasText(empty) && <p className={styles['hint']}>{t(empty)}</p>}
      </div>
      {isHelpOpen && help !== null && (
        <p className={styles['helpText']} id={helpId}>
          {help}
          <ScopeHelp field={field} />
        </p>
      )}
    </div>
  );
}
