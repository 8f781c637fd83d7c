import { useText } from '#ui/i18n/useText';
import { NameInput } from '#ui/panels/inspector/NameInput';
import { useDocument } from '#ui/store/documentStore';
import { useSaving } from '#ui/store/savingStore';
import styles from './topBar.module.css';

/** The name of the flow, to edit in place, and whether the browser keeps it. */
export function FlowName() {
  const t = useText();
  const name = useDocument((state) => state.doc.name);
  const status = useSaving((state) => state.status);
  const rename = (next: string) =>
    useDocument.getState().edit('panels.undo.flowName', {}, (draft) => {
      draft.name = next;
    });
  return (
    <div className={styles['flow']}>
      <span className={styles['sizer']} data-text={name}>
        <NameInput value={name} label={t('shell.flow.name')} className={styles['name']} onCommit={rename} />
      </span>
      {status !== 'clean' && (
        <span className={styles['kept']} data-status={status} title={t(`shell.saving.${status}`)}>
          <span className={styles['word']}>{t(`shell.saving.${status}`)}</span>
        </span>
      )}
    </div>
  );
}
