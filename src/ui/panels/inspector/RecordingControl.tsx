import { FileInput } from 'lucide-react';
import type { Json } from '#engine/model/Json';
import { useText } from '#ui/i18n/useText';
import { formatCount, formatDuration } from '#ui/look/format';
import { useView } from '#ui/store/viewStore';
import styles from './control.module.css';
import type { FieldControlProps, FieldOf } from './FieldControl';
import { isRecord } from './isRecord';

/** A recorded log in one line: it is far too long for a table here. */
export function RecordingControl({ value, label, id, describedBy }: FieldControlProps<FieldOf<'recording'>>) {
  const t = useText();
  const language = useView((state) => state.language);
  const about = readAbout(value);
  return (
    <fieldset className={styles['stack']} aria-label={label} aria-describedby={describedBy}>
      <p className={styles['hint']}>
        {about === null
          ? t('fields.recording.none')
          : t('fields.recording.about', {
              name: about.name,
              n: formatCount(about.n, language),
              span: formatDuration(about.spanMs * 1000, language),
            })}
      </p>
      <button
        id={id}
        type="button"
        className={styles['small']}
        onClick={() => useView.getState().openDialog('importLog')}
      >
        <FileInput size={13} aria-hidden />
        {t(about === null ? 'fields.recording.import' : 'fields.recording.replace')}
      </button>
    </fieldset>
  );
}

function readAbout(
  value: Json,
): { readonly name: string; readonly n: number; readonly spanMs: number } | null {
  if (!isRecord(value)) return null;
  const { name, events } = value;
  if (!Array.isArray(events) || events.length === 0) return null;
  const timeOf = (entry: unknown) => (Array.isArray(entry) && typeof entry[0] === 'number' ? entry[0] : 0);
  const spanMs = Math.round(timeOf(events.at(-1)) - timeOf(events[0]));
  return { name: typeof name === 'string' ? name : '', n: events.length, spanMs };
}
