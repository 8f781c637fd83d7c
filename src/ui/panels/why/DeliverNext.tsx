import { useText } from '#ui/i18n/useText';
import { letGoFirst } from '#ui/store/letGoFirst';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { useTurn } from './useTurn';
import styles from './why.module.css';

/** Lets the chosen event go first at a node where it waits, without the menu of its slot; nothing while anything plays. */
export function DeliverNext({ node }: { readonly node: string }) {
  const t = useText();
  const words = useFlowWords();
  const event = useView((state) => state.selectedEvent);
  const turn = useTurn(node, event);
  if (event === null || turn === null) return null;
  const name = t('why.event', { type: words.type(turn.token.type)?.name ?? '?', number: event });
  return (
    <div className={styles['turn']}>
      {turn.isNext ? (
        t('why.goesNext', { event: name })
      ) : (
        <button
          type="button"
          className={styles['button']}
          onClick={() => letGoFirst({ node, event, queue: '' })}
        >
          {t('why.deliverNext', { event: name })}
        </button>
      )}
    </div>
  );
}
