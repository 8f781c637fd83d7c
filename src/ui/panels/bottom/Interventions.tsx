import { useContext } from 'react';
import type { Intervention } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import styles from './list.module.css';

/** What a person did while the flow ran: part of the document, and so removable like any of it. */
export function Interventions() {
  const t = useText();
  const language = useContext(LanguageContext);
  const interventions = useDocument((state) => state.doc.interventions);
  const nameOf = useNames();
  if (interventions.length === 0) {
    return <p className={`${styles['scroll']} ${styles['intro']}`}>{t('player.interventionsNone')}</p>;
  }
  return (
    <div className={styles['scroll']}>
      <p className={styles['intro']}>{t('player.interventionsIntro')}</p>
      <ul className={styles['list']}>
        {interventions.map((intervention) => {
          const time = formatClock(intervention.atUs, language);
          const what = didText(intervention, nameOf, t);
          return (
            <li key={intervention.id} className={styles['row']}>
              <button
                type="button"
                className={styles['jump']}
                aria-label={t('player.goToIntervention', { time, what })}
                onClick={() => useRun.getState().seek({ step: intervention.afterStep })}
              >
                {time}
              </button>
              <span className={styles['what']}>{what}</span>
              <button
                type="button"
                className={styles['button']}
                aria-label={t('player.removeIntervention', { what })}
                onClick={() => useRun.getState().removeIntervention(intervention.id)}
              >
                {t('player.remove')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

type NameOf = (what: 'node' | 'type', id: string) => string;

function useNames(): NameOf {
  const nodes = useDocument((state) => state.doc.nodes);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  return (what, id) => (what === 'node' ? nodes : eventTypes).find((one) => one.id === id)?.name ?? id;
}

function didText({ action }: Intervention, nameOf: NameOf, t: Translate): string {
  if (action.do === 'publish') {
    const values = { node: nameOf('node', action.node), type: nameOf('type', action.type), key: action.key };
    return t(action.key === '' ? 'player.did.publish' : 'player.did.publishKey', values);
  }
  if ('node' in action) return t(`player.did.${action.do}`, { node: nameOf('node', action.node) });
  return t(`player.did.${action.do}`, { message: messageText(action.message, nameOf, t) });
}

/** A key such as `reserve/deliver/316` read for people; see `PendingStep.key`. */
function messageText(key: string, nameOf: NameOf, t: Translate): string {
  const [node = '', what = '', event] = key.split('/');
  const kindKey = `kinds.step.${what.replace(/[.~].*$/, '')}`;
  const number = event === undefined ? '' : ` #${event.replace(/~\d+$/, '')}`;
  return `${nameOf('node', node)}: ${hasText(kindKey) ? t(kindKey) : what}${number}`;
}
