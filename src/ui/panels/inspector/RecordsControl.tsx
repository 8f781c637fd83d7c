import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Json } from '#engine/model/Json';
import { defaultsOf } from '#engine/model/defaultsOf';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf, FormComponent } from './FieldControl';
import { isRecord, type JsonRecord } from './isRecord';

const rowsAtOnce = 20;

/** A list of records: each row is a small form of its own. */
export function RecordsControl(
  props: FieldControlProps<FieldOf<'records'>> & { readonly Form: FormComponent },
) {
  const { field, Form, owner, value, id, label, onChange, onEnd } = props;
  const t = useText();
  const types = useDocument((state) => state.doc.eventTypes);
  const [shown, setShown] = useState(rowsAtOnce);
  const rows = rowsOf(value);
  const replace = (next: readonly JsonRecord[]) => {
    onChange(next);
    onEnd();
  };
  const isFull = rows.length >= field.maxItems;
  return (
    <fieldset className={styles['stack']} aria-label={label} aria-describedby={props.describedBy}>
      {rows.slice(0, shown).map((row, index) => (
        // Rows have no identity but their place.
        <fieldset
          key={index}
          className={styles['record']}
          aria-label={t('fields.row.of', { label, n: index + 1 })}
        >
          <Form
            fields={field.item}
            owner={`${owner}.${field.id}`}
            settings={row}
            idPrefix={`${id}-${String(index)}`}
            onChange={(key, next) => onChange(rows.with(index, { ...row, [key]: next }))}
            onEnd={onEnd}
          />
          <RowButtons
            index={index}
            count={rows.length}
            move={(to) => replace(moved(rows, index, to))}
            remove={() => replace(rows.filter((_, at) => at !== index))}
          />
        </fieldset>
      ))}
      <div className={styles['row']}>
        {rows.length > shown && (
          <button type="button" className={styles['small']} onClick={() => setShown(shown + 100)}>
            {t('fields.more.rows', { n: Math.min(100, rows.length - shown) })}
          </button>
        )}
        <button
          type="button"
          className={styles['small']}
          aria-label={t('fields.add.row.of', { label })}
          disabled={isFull}
          onClick={() => {
            replace([...rows, freshRow(field, types[0]?.id ?? '')]);
            setShown(Math.max(shown, rows.length + 1));
          }}
        >
          <Plus size={13} aria-hidden /> {t('fields.add.row')}
        </button>
        {isFull && <span className={styles['hint']}>{t('fields.full', { n: field.maxItems })}</span>}
      </div>
    </fieldset>
  );
}

interface RowButtonsProps {
  readonly index: number;
  readonly count: number;
  readonly move: (to: number) => void;
  readonly remove: () => void;
}

function RowButtons({ index, count, move, remove }: RowButtonsProps) {
  const t = useText();
  const n = index + 1;
  return (
    <div className={styles['rowButtons']}>
      <button
        type="button"
        className={styles['icon']}
        aria-label={t('fields.up.row', { n })}
        disabled={index === 0}
        onClick={() => move(index - 1)}
      >
        <ArrowUp size={13} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['icon']}
        aria-label={t('fields.down.row', { n })}
        disabled={index === count - 1}
        onClick={() => move(index + 1)}
      >
        <ArrowDown size={13} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['icon']}
        aria-label={t('fields.remove.row', { n })}
        onClick={remove}
      >
        <Trash2 size={13} aria-hidden />
      </button>
    </div>
  );
}

function rowsOf(value: Json): readonly JsonRecord[] {
  if (!Array.isArray(value)) return [];
  const items: readonly Json[] = value;
  return items.filter(isRecord);
}

function moved(rows: readonly JsonRecord[], from: number, to: number): readonly JsonRecord[] {
  const row = rows[from];
  return row === undefined ? rows : rows.toSpliced(from, 1).toSpliced(to, 0, row);
}

/** A new row is about the flow's first event type, because a row about none says nothing. */
function freshRow(field: FieldOf<'records'>, firstType: string): JsonRecord {
  const row = defaultsOf(field.item);
  return Object.fromEntries(
    field.item.map((item) => [item.id, item.type === 'eventType' ? firstType : (row[item.id] ?? null)]),
  );
}
