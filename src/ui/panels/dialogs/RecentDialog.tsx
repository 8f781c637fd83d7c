import { Trash2 } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { formatCount } from '#ui/look/format';
import { deleteRecent, listRecent, openRecent, type RecentFlow } from '#ui/store/recent';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import styles from './dialog.module.css';
import { DialogFrame } from './DialogFrame';
import { openDialogOn } from './dialogSubject';
import recentStyles from './recent.module.css';

/** The flows that this browser keeps. */
export function RecentDialog() {
  const t = useText();
  const [flows, setFlows] = useState<readonly RecentFlow[] | null>(null);
  const refresh = useCallback(() => void listRecent().then(setFlows), []);
  useEffect(refresh, [refresh]);
  return (
    <DialogFrame title={t('panels.recent.title')} about={t('panels.recent.about')}>
      {flows?.length === 0 && <p className={styles['note']}>{t('panels.recent.none')}</p>}
      <ul className={styles['list']}>
        {flows?.map((flow) => (
          <RecentRow key={flow.id} flow={flow} onDeleted={refresh} />
        ))}
      </ul>
    </DialogFrame>
  );
}

interface RowProps {
  readonly flow: RecentFlow;
  readonly onDeleted: () => void;
}

function RecentRow({ flow, onDeleted }: RowProps) {
  const t = useText();
  const language = useView((state) => state.language);
  const name = flow.name === '' ? t('shell.flow.untitled') : flow.name;
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className={recentStyles['row']}>
      <button
        type="button"
        className={recentStyles['open']}
        aria-current={flow.isOpen ? 'true' : undefined}
        onClick={() => void open(flow, name)}
      >
        <span className={recentStyles['name']}>{name}</span>
        <span className={recentStyles['when']}>
          {[
            ...(flow.isOpen ? [t('panels.recent.open')] : []),
            when.format(flow.updatedAt),
            t('panels.recent.nodes', { n: formatCount(flow.nodes, language) }),
          ].join(' · ')}
        </span>
      </button>
      <button
        type="button"
        className={recentStyles['delete']}
        aria-label={t('panels.recent.delete', { name })}
        disabled={flow.isOpen}
        onClick={() => void deleteRecent(flow.id).then(onDeleted)}
      >
        <Trash2 size={15} aria-hidden />
      </button>
    </li>
  );
}

async function open(flow: RecentFlow, name: string): Promise<void> {
  useRun.getState().pause();
  const opened = await openRecent(flow.id);
  if (!opened.ok) {
    openDialogOn('problems', { about: 'import', name, text: '', problems: opened.problems });
    return;
  }
  useRun.getState().seek({ step: opened.value.playhead.step });
  useView.getState().clearSelection();
  useView.getState().closeDialog();
}
