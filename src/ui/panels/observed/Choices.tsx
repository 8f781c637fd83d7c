import { useId } from 'react';
import styles from './observed.module.css';

interface Props {
  readonly label: string;
  readonly choices: readonly { readonly id: string; readonly title: string }[];
  readonly value: string;
  /** Its choices are long: the label stands above, and what is chosen may take several lines. */
  readonly isLong?: boolean;
  readonly onChange: (id: string) => void;
}

/** A list to choose one from. */
export function Choices({ label, choices, value, isLong = false, onChange }: Props) {
  const id = useId();
  return (
    <div className={styles['given']} data-long={isLong || undefined}>
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
