import { useText } from '#ui/i18n/useText';
import { openLastWork } from '#ui/store/recent';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { ProblemList } from '../problems/ProblemList';
import styles from './dialog.module.css';
import { DialogFrame } from './DialogFrame';
import { useDialogSubject } from './dialogSubject';

/** Says that a link did not open, or that its run is not the one that was shared. */
export function LinkDialog() {
  const t = useText();
  const subject = useDialogSubject();
  if (subject?.about === 'otherRun') {
    return (
      <DialogFrame title={t('panels.link.otherTitle')} about={t('panels.link.otherAbout')}>
        <ProblemList problems={subject.problems} />
        {subject.found !== '' && (
          <dl className={styles['facts']} role="alert">
            <dt>{t('panels.link.expected')}</dt>
            <dd className={styles['mono']}>{subject.expected}</dd>
            <dt>{t('panels.link.found')}</dt>
            <dd className={styles['mono']}>{subject.found}</dd>
          </dl>
        )}
      </DialogFrame>
    );
  }
  if (subject?.about !== 'link') return null;
  return (
    <DialogFrame title={t('panels.link.badTitle')} about={t('panels.link.badAbout')}>
      <ProblemList problems={subject.problems} />
      <label className={styles['field']}>
        {t('panels.link.text')}
        <textarea
          className={styles['area']}
          rows={4}
          readOnly
          value={subject.fragment}
          onFocus={(event) => event.target.select()}
        />
      </label>
      <div className={styles['row']}>
        <button type="button" className={styles['button']} onClick={goOn}>
          {t('panels.link.goOn')}
        </button>
      </div>
    </DialogFrame>
  );
}

/** Leaves the link for what was worked on last, or for the choice of examples. */
async function goOn(): Promise<void> {
  useView.getState().closeDialog();
  history.replaceState(null, '', `${location.pathname}${location.search}`);
  const last = await openLastWork();
  if (last === null) useView.getState().openDialog('gallery');
  else useRun.getState().seek({ step: last.playhead.step });
}
