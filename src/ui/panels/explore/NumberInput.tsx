interface Props {
  readonly label: string;
  readonly title?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A whole number, or nothing. */
export function NumberInput({ label, title, value, onChange }: Props) {
  return (
    <label title={title}>
      {label}
      <input
        type="text"
        inputMode="numeric"
        pattern="[0-9]{0,3}"
        maxLength={3}
        placeholder="–"
        value={value}
        onChange={({ target }) => onChange(target.value.replace(/\D/g, ''))}
      />
    </label>
  );
}
