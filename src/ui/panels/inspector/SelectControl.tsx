import type { ReactNode } from 'react';
import { hasText, type TextKey } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';
import type { FieldControlProps } from './FieldControl';

interface Props extends FieldControlProps {
  /** What the empty choice says where the field gives it no meaning of its own. */
  readonly empty: TextKey;
  /** The choices, as options. */
  readonly children: ReactNode;
}

/** A list of which one thing of the flow, or none, is chosen by its id. */
export function SelectControl({ empty, children, ...props }: Props) {
  const { field, owner, value, onChange, onEnd } = props;
  const t = useText();
  const none = `fields.${owner}.${field.id}.none`;
  return (
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
      <option value="">{t(hasText(none) ? none : empty)}</option>
      {children}
    </select>
  );
}

/** One option each. */
export function Options({ of }: { readonly of: readonly { readonly id: string; readonly name: string }[] }) {
  return of.map(({ id, name }) => (
    <option key={id} value={id}>
      {name}
    </option>
  ));
}
