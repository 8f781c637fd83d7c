import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';

/** A switch. */
export function BooleanControl(props: FieldControlProps<FieldOf<'boolean'>>) {
  return (
    <label className={styles['switch']}>
      <input
        id={props.id}
        type="checkbox"
        role="switch"
        aria-checked={props.value === true}
        aria-label={props.label}
        aria-describedby={props.describedBy}
        checked={props.value === true}
        onChange={(event) => {
          props.onChange(event.target.checked);
          props.onEnd();
        }}
      />
      <span aria-hidden />
    </label>
  );
}
