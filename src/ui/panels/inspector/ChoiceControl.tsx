import { useText } from '#ui/i18n/useText';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { fieldText } from './fieldText';

/** Two or three short options side by side, more in a list to open. */
export function ChoiceControl(props: FieldControlProps<FieldOf<'choice'>>) {
  const { field, owner, value, label, id, describedBy, onChange, onEnd } = props;
  const t = useText();
  const options = field.options.map((option) => ({
    option,
    text: fieldText(t, `${owner}.${field.id}.${option}`),
  }));
  const choose = (option: string) => {
    onChange(option);
    onEnd();
  };
  if (options.length > 3 || widthOf(options.map(({ text }) => text)) > 34) {
    return (
      <select
        id={id}
        className={styles['select']}
        aria-label={label}
        aria-describedby={describedBy}
        value={typeof value === 'string' ? value : field.default}
        onChange={(event) => choose(event.target.value)}
      >
        {options.map(({ option, text }) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <div className={styles['segments']} role="radiogroup" aria-label={label} aria-describedby={describedBy}>
      {options.map(({ option, text }) => (
        <label key={option} className={styles['segment']}>
          <input type="radio" name={id} checked={value === option} onChange={() => choose(option)} />
          <span>{text}</span>
        </label>
      ))}
    </div>
  );
}

/** Roughly how many letters wide: a Chinese character takes the room of two. */
function widthOf(texts: readonly string[]): number {
  return Array.from(texts.join('')).reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 2 : 1), 0);
}
