interface Props {
  readonly id: string;
  readonly letters: readonly string[];
}

/** Labels that a field with this `list` offers to choose from. */
export function LetterOptions({ id, letters }: Props) {
  return (
    <datalist id={id}>
      {letters.map((letter) => (
        <option key={letter} value={letter}>
          {letter}
        </option>
      ))}
    </datalist>
  );
}
