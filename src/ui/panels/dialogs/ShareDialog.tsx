import { Check, Copy, Download } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { KeptBranch } from '#engine/model/FlowDoc';
import type { Problem } from '#engine/model/Problem';
import { limits } from '#engine/model/limits';
import { saveFile } from '#ui/commands/saveFile';
import { useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { ProblemList } from '../problems/ProblemList';
import { copyText } from './copyText';
import styles from './dialog.module.css';
import { DialogFrame } from './DialogFrame';
import { makeRunLink, type RunLink } from './makeRunLink';

const none: readonly KeptBranch[] = [];
/** Above this some chats and trackers cut links. */
const longLink = 2000;

/** A link to this flow, this run and this step; or the file, when the link would be too long. */
export function ShareDialog() {
  const t = useText();
  const [withBranches, setWithBranches] = useState(true);
  const { link, problems } = useRunLink(withBranches);
  return (
    <DialogFrame title={t('panels.share.title')} about={t('panels.share.about')}>
      <KeptRuns isIn={withBranches} onChange={setWithBranches} />
      {link !== null && <LinkBox link={link} />}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {link === null && problems.length === 0 && <p className={styles['note']}>{t('panels.share.making')}</p>}
      <div className={styles['row']}>
        <button type="button" className={styles['button']} onClick={() => void saveFile.perform()}>
          <Download size={15} aria-hidden /> {t('panels.share.file')}
        </button>
      </div>
    </DialogFrame>
  );
}

interface Made {
  readonly link: RunLink | null;
  readonly problems: readonly Problem[];
}

/** The link to where the playhead stood when the dialog was opened: the run rests meanwhile. */
function useRunLink(withBranches: boolean): Made {
  const [made, setMade] = useState<Made>({ link: null, problems: [] });
  useEffect(() => {
    let isWanted = true;
    useRun.getState().pause();
    const show = (next: Made) => {
      if (isWanted) setMade(next);
    };
    makeRunLink(withBranches).then(
      (result) => show({ link: result.ok ? result.value : null, problems: result.problems }),
      (error: unknown) => {
        const sentence = error instanceof Error ? error.message : String(error);
        show({ link: null, problems: [{ code: '', severity: 'error', path: [], sentence, values: {} }] });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [withBranches]);
  return made;
}

interface KeptProps {
  readonly isIn: boolean;
  readonly onChange: (isIn: boolean) => void;
}

/** Runs that are kept beside this one go with it, and whoever opens the link sees two compared: they can stay behind. */
function KeptRuns({ isIn, onChange }: KeptProps) {
  const t = useText();
  const kept = useDocument((state) => state.doc.branches?.kept ?? none);
  if (kept.length === 0) return null;
  const names = kept.map(({ name }) => name).join(t('panels.share.and'));
  return (
    <label className={styles['about']}>
      <input type="checkbox" checked={isIn} onChange={({ target }) => onChange(target.checked)} />{' '}
      {t('panels.share.kept', { n: kept.length, names })}
    </label>
  );
}

function LinkBox({ link }: { readonly link: RunLink }) {
  const t = useText();
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no');
  const step = useRun((state) => state.playhead.step);
  const { seed, interventions } = useDocument((state) => state.doc);
  const language = useView((state) => state.language);
  const count = (n: number) => formatCount(n, language);
  return (
    <>
      <div className={styles['row']}>
        <input
          className={`${styles['input']} ${styles['mono']} ${styles['grow']}`}
          aria-label={t('panels.share.link')}
          readOnly
          value={link.url}
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className={styles['primary']}
          onClick={() => void copyText(link.url).then((isCopied) => setCopied(isCopied ? 'yes' : 'failed'))}
        >
          {copied === 'yes' ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
          {t(copied === 'yes' ? 'panels.share.copiedShort' : 'panels.share.copy')}
        </button>
      </div>
      <output className={styles['status']}>
        {copied === 'yes' && t('panels.share.copied')}
        {copied === 'failed' && t('panels.share.copyFailed')}
      </output>
      <dl className={styles['facts']}>
        <dt>{t('panels.share.length')}</dt>
        <dd>{t('panels.share.lengthOf', { n: count(link.length), max: count(limits.linkLength) })}</dd>
        <dt>{t('panels.share.step')}</dt>
        <dd>{count(step)}</dd>
        <dt>{t('panels.share.seed')}</dt>
        <dd>{seed}</dd>
        <dt>{t('panels.share.interventions')}</dt>
        <dd>{count(interventions.length)}</dd>
        <dt>{t('panels.share.hash')}</dt>
        <dd className={styles['mono']}>{link.hash}</dd>
      </dl>
      {link.length > longLink && (
        <p className={styles['note']} data-tone="warn">
          {t('panels.share.long')}
        </p>
      )}
    </>
  );
}
