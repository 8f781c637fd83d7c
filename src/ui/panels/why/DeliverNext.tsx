import { useText } from '#ui/i18n/useText';
import { letGoFirst, turnOf } from '#ui/store/letGoFirst';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import styles from './why.module.css';

/** Lets the chosen event go first at a node where it waits, without the menu of its slot; nothing while anything plays. */
export function DeliverNext({ node }: { readonly node: string }) {
  const t = useText();
  const words = useFlowWords();
  const event = useView((state) => state.selectedEvent);
  const doc = useRun((state) => state.doc);
  const frame = useRun((state) => (state.isPlaying ? null : state.frame));
  if (event === null) return null;
  const waiting = { node, event, queue: '' };
  const turn = turnOf(waiting, { doc, frame });
  if (turn === null) return null;
  const name = t('why.event', { type: words.type(turn.token.type)?.name ?? '?', number: event });
  return (
    <div className={styles['turn']}>
      {turn.isNext ? (
        t('why.goesNext', { event: name })
      ) : (
        <button type="button" className={styles['button']} onClick={() => letGoFirst(waiting)}>
          {t('why.deliverNext', { event: name })}
        </button>
      )}
    </div>
  );
}
