import { hasText } from '#ui/i18n/catalogue';
import { useText, type Translate } from '#ui/i18n/useText';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';

/** One of the event types of the flow, with its sign before it. */
export function EventTypeControl(props: FieldControlProps<FieldOf<'eventType'>>) {
  const { field, owner, value, onChange, onEnd } = props;
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const chosen = types.find(({ id }) => id === value);
  return (
    <span className={styles['eventType']}>
      {chosen !== undefined && <TokenShape sign={chosen} size={16} />}
      <select
        id={props.id}
        className={styles['select']}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        value={typeof value === 'string' ? value : ''}
        onChange={(event) => {
          onChange(event.target.value);
          onEnd();
        }}
      >
        <option value="">{emptyText(t, `${owner}.${field.id}.none`)}</option>
        {types.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Where no type has a meaning of its own the field says which; elsewhere it is a choice still to be made. */
function emptyText(t: Translate, path: string): string {
  const key = `fields.${path}`;
  return hasText(key) ? t(key) : t('fields.chooseType');
}
