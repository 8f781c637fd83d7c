import { useRef, type ComponentType, type KeyboardEvent } from 'react';
import { useText } from '#ui/i18n/useText';
import { late } from '#ui/look/late';
import { useDocument } from '#ui/store/documentStore';
import { useView, type BottomTab } from '#ui/store/viewStore';
import { Timeline } from '../spacetime/Timeline';
import styles from './bottomPanel.module.css';

const Following = late(async () => (await import('./Following')).Following);
const EventLog = late(async () => (await import('../log/EventLog')).EventLog);
const NextSteps = late(async () => (await import('./NextSteps')).NextSteps);
const Interventions = late(async () => (await import('./Interventions')).Interventions);

const tabs: readonly { readonly id: BottomTab; readonly Content: ComponentType }[] = [
  { id: 'timeline', Content: Timeline },
  { id: 'log', Content: EventLog },
  { id: 'next', Content: NextSteps },
  { id: 'interventions', Content: Interventions },
];

/** The run over time, below the canvas: what happened, what comes next, and what a person did. */
export function BottomPanel() {
  const t = useText();
  const shown = useView((state) => state.bottomTab);
  const followed = useView((state) => state.selectedEvent);
  const Content = tabs.find(({ id }) => id === shown)?.Content ?? Timeline;
  return (
    <div className={styles['panel']}>
      <div className={styles['header']}>
        <TabList shown={shown} />
        {followed !== null && <Following number={followed} />}
      </div>
      <div
        role="tabpanel"
        id="bottom-content"
        className={styles['content']}
        aria-label={t(`player.tab.${shown}`)}
        data-tab={shown}
      >
        <Content />
      </div>
    </div>
  );
}

/** One stop for Tab; the arrow keys show the next tab. */
function TabList({ shown }: { readonly shown: BottomTab }) {
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  const interventions = useDocument((state) => state.doc.interventions.length);

  function move(event: KeyboardEvent) {
    const at = tabs.findIndex(({ id }) => id === shown);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = to === undefined ? undefined : tabs[(to + tabs.length) % tabs.length];
    if (tab === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    useView.getState().showBottom(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${tab.id}"]`)?.focus();
  }

  return (
    <div ref={list} role="tablist" aria-label={t('player.bottomPanel')} className={styles['tabs']}>
      {tabs.map(({ id }) => (
        <button
          key={id}
          type="button"
          role="tab"
          data-tab={id}
          aria-selected={id === shown}
          aria-controls="bottom-content"
          tabIndex={id === shown ? 0 : -1}
          className={styles['tab']}
          onClick={() => useView.getState().showBottom(id)}
          onKeyDown={move}
        >
          {t(`player.tab.${id}`)}
          {id === 'interventions' && interventions > 0 && (
            <span className={styles['badge']}>{interventions}</span>
          )}
        </button>
      ))}
    </div>
  );
}
