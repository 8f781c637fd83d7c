import { useRef, type KeyboardEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { late } from '#ui/look/late';
import { useView } from '#ui/store/viewStore';
import styles from './bottomPanel.module.css';
import { bottomTabs } from './tabs/index';

const Following = late(async () => (await import('./Following')).Following);

/** The run over time, below the canvas: what happened, what comes next, and what a person did. */
export function BottomPanel() {
  const t = useText();
  const wanted = useView((state) => state.bottomTab);
  const followed = useView((state) => state.selectedEvent);
  const shown = bottomTabs.find(({ id }) => id === wanted) ?? bottomTabs[0];
  return (
    <div className={styles['panel']}>
      <div className={styles['header']}>
        <TabList shown={shown.id} />
        {followed !== null && <Following number={followed} />}
      </div>
      <div
        role="tabpanel"
        id="bottom-content"
        className={styles['content']}
        aria-label={t(shown.title)}
        data-tab={shown.id}
      >
        <shown.Content key={shown.id} />
      </div>
    </div>
  );
}

/** One stop for Tab; the arrow keys show the next tab. */
function TabList({ shown }: { readonly shown: string }) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);

  function move(event: KeyboardEvent) {
    const at = bottomTabs.findIndex(({ id }) => id === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: bottomTabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : bottomTabs[(to + bottomTabs.length) % bottomTabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    useView.getState().showBottom(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={t('player.bottomPanel')} className={styles['tabs']}>
      {bottomTabs.map((tab) => (
        <button
          key={tab.id}
          type="button"
          role="tab"
          data-tab={tab.id}
          aria-selected={tab.id === shown}
          aria-controls="bottom-content"
          tabIndex={tab.id === shown ? 0 : -1}
          className={styles['tab']}
          onClick={() => useView.getState().showBottom(tab.id)}
          onKeyDown={move}
        >
          {t(tab.title)}
          {tab.Count !== undefined && <tab.Count />}
        </button>
      ))}
    </div>
  );
}
