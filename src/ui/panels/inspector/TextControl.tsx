import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';

/** A line of text, or a box of several lines. What is typed counts at once; leaving the field ends the edit. */
export function TextControl(props: FieldControlProps<FieldOf<'text'>>) {
  const { field, value, onChange, onEnd } = props;
  const shared = {
    id: props.id,
    className: styles['text'],
    'aria-label': props.label,
    'aria-describedby': props.describedBy,
    maxLength: field.maxLength,
    value: typeof value === 'string' ? value : '',
    onBlur: onEnd,
  };
  return field.multiline === true ? (
    <textarea {...shared} rows={4} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <input {...shared} type="text" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
  );
}
