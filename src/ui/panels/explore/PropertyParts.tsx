import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { doesRun } from '#ui/store/doesRun';
import styles from './explore.module.css';
import { NumberInput } from './NumberInput';
import { partsOf, type PartValues } from './partsOf';
import type { PropertyPart } from './propertyForms';

const moments = ['accepted', 'worked', 'dead-lettered'] as const;

interface Props {
  readonly parts: readonly PropertyPart[];
  readonly values: PartValues;
  readonly onChange: (change: PartValues) => void;
}

/** What a property asks for besides its sentence. */
export function PropertyParts({ parts, values, onChange }: Props) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const all = partsOf(doc, values);
  return parts.map((part) => {
    if (part === 'n') {
      return (
        <NumberInput
          key={part}
          label={t('exploring.most')}
          value={all.n ?? ''}
          onChange={(n) => onChange({ n })}
        />
      );
    }
    if (part === 'p' || part === 'q') {
      return (
        <label key={part} className={styles['wide']} title={t('exploring.conditionHelp')}>
          {t(`exploring.${part}`)}
          <input
            type="text"
            className={styles['condition']}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            maxLength={1000}
            aria-describedby="condition-help"
            value={all[part] ?? ''}
            onChange={({ target }) => onChange({ [part]: target.value })}
          />
        </label>
      );
    }
    return (
      <label key={part}>
        {t(`exploring.${part}`)}
        <select value={all[part]} onChange={({ target }) => onChange({ [part]: target.value })}>
          {part === 'node' &&
            doc.nodes
              .filter(({ kind }) => doesRun(kind))
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          {(part === 'a' || part === 'b') &&
            doc.eventTypes.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          {part === 'when' &&
            moments.map((moment) => (
              <option key={moment} value={moment}>
                {t(`exploring.when.${moment}`)}
              </option>
            ))}
        </select>
      </label>
    );
  });
}
