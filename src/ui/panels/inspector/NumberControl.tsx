import { InfinityIcon } from 'lucide-react';
import { useState } from 'react';
import { useText, type Translate } from '#ui/i18n/useText';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { readNumber } from './readNumber';
import { ScrubInput } from './ScrubInput';

/** A number, with a switch for "no limit" where the field has one. */
export function NumberControl(props: FieldControlProps<FieldOf<'number'>>) {
  const { field, value, label, onChange, onEnd } = props;
  const t = useText();
  const number = typeof value === 'number' ? value : field.default;
  const isUnlimited = field.unlimited !== undefined && number === field.unlimited;
  const [limit, setLimit] = useState(isUnlimited ? firstLimit(field) : number);
  const change = (next: number) => {
    setLimit(next);
    onChange(next);
  };
  // The value that stands for "no limit" is reached by its own button and not by dragging past one end.
  const min = field.unlimited === field.min ? field.min + (field.step ?? 1) : field.min;
  return (
    <div className={styles['row']}>
      {isUnlimited ? (
        <label className={styles['unlimited']} htmlFor={`${props.id}-unlimited`}>
          <InfinityIcon size={16} aria-hidden /> {t('fields.unlimited')}
        </label>
      ) : (
        <ScrubInput
          id={props.id}
          label={label}
          describedBy={props.describedBy}
          value={number}
          min={min}
          max={field.max}
          stepOf={(at) => stepOf(field, at)}
          format={String}
          read={(text) => readNumber(t, text, { ...field, min })}
          {...unitOf(t, field)}
          onChange={change}
          onEnd={onEnd}
        />
      )}
      {field.unlimited !== undefined && (
        <button
          id={`${props.id}-unlimited`}
          type="button"
          className={styles['toggle']}
          aria-pressed={isUnlimited}
          aria-label={t('fields.unlimited.of', { label })}
          title={t('fields.unlimited')}
          onClick={() => {
            onChange(isUnlimited ? limit : (field.unlimited ?? 0));
            onEnd();
          }}
        >
          <InfinityIcon size={15} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** What the switch offers when there was no limit so far. */
function firstLimit(field: FieldOf<'number'>): number {
  if (field.default !== field.unlimited) return field.default;
  return Math.min(field.max, Math.max(field.min + 1, 10));
}

function stepOf(field: FieldOf<'number'>, value: number): number {
  if (field.step !== undefined) return field.step;
  const tenth = value === 0 ? 0.1 : 10 ** (Math.floor(Math.log10(Math.abs(value))) - 1);
  return field.integer === true ? Math.max(1, tenth) : tenth;
}

function unitOf(t: Translate, field: FieldOf<'number'>): { readonly unit?: string } {
  return field.unit === undefined ? {} : { unit: t(`fields.unit.${field.unit}`) };
}
