import { useId } from 'react';
import styles from './observed.module.css';

interface Props {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  readonly onChange: (id: string) => void;
}

/** A list to choose one from. */
export function Choices({ label, choices, value, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles['given']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.map((choice) => (
          <option key={choice.id} value={choice.id}>
            {choice.title}
          </option>
        ))}
      </select>
    </div>
  );
}
