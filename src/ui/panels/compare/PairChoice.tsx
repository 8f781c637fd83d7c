import { ArrowLeftRight } from 'lucide-react';
import { useText } from '#ui/i18n/useText';
import { compareWith, openKept } from '#ui/store/branchEdits';
import { useDocument } from '#ui/store/documentStore';
import styles from './compare.module.css';

/** Which two branches are looked at: the open one, and one to choose. */
export function PairChoice() {
  const t = useText();
  const branches = useDocument((state) => state.doc.branches);
  if (branches === undefined) return null;
  const { open, kept, compared } = branches;
  const other = kept.find(({ id }) => id === compared);
  const swap = other === undefined ? '' : t('compare.swap', { name: other.name, open: open.name });
  return (
    <fieldset className={styles['pair']} aria-label={t('compare.pair')}>
      <b className={styles['own']}>{open.name}</b>
      <span className={styles['note']}>{t('compare.with')}</span>
      <select
        aria-label={t('compare.with')}
        className={styles['select']}
        value={compared}
        onChange={(event) => compareWith(event.target.value)}
      >
        {other === undefined && <option value="">{t('compare.none')}</option>}
        {kept.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      {other !== undefined && (
        <button
          type="button"
          className={styles['icon']}
          aria-label={swap}
          title={swap}
          onClick={() => openKept(other.id)}
        >
          <ArrowLeftRight size={14} aria-hidden />
        </button>
      )}
    </fieldset>
  );
}
