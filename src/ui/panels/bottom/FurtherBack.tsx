import { useState } from 'react';
import { useText } from '#ui/i18n/useText';
import { letGoFirst } from '#ui/store/letGoFirst';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { useTurn } from '../why/useTurn';
import styles from './list.module.css';

interface Props {
  /** Id of the node, and its index. */
  readonly node: string;
  readonly index: number;
  /** How many more wait at it than are listed. */
  readonly rest: number;
  /** Whether what is done keeps the run as it is and is tried in a branch. */
  readonly isInBranch: boolean;
}

/** Events that stand further back in line than the list goes: any of them by its number, the followed one at once. */
export function FurtherBack({ node, index, rest, isInBranch }: Props) {
  const t = useText();
  const words = useFlowWords();
  const followed = useView((state) => state.selectedEvent);
  const [typed, setTyped] = useState<string | null>(null);
  const number = typed ?? String(followed ?? '');
  const event = number === '' ? null : Number(number);
  const turn = useTurn(node, event);
  const name = words.node(index);
  const what =
    turn === null
      ? ''
      : t('player.waitsIn', {
          event: t('player.event', { type: words.type(turn.token.type)?.name ?? '?', number }),
          node: name,
        });
  return (
    <li className={styles['row']}>
      <span className={styles['time']}>{turn?.token.subject}</span>
      <span className={styles['what']}>
        <label>
          {t('player.waitingMore', { n: rest, node: name })}{' '}
          <input
            type="text"
            inputMode="numeric"
            className={styles['number']}
            aria-label={t('player.waitingNumber', { node: name })}
            placeholder="#"
            value={number}
            onChange={({ target }) => setTyped(target.value.replaceAll(/\D/g, '').slice(0, 9))}
          />
        </label>
        <output className={styles['note']}>
          {turn !== null || event === null ? what : t('player.notWaiting', { event })}
        </output>
      </span>
      <span className={styles['buttons']}>
        {turn !== null && event !== null && !turn.isNext && (
          <button
            type="button"
            className={styles['button']}
            data-main
            aria-label={t('player.deliverNextOf', { what })}
            onClick={() => letGoFirst({ node, event, queue: '' }, isInBranch)}
          >
            {t('player.deliverNext')}
          </button>
        )}
      </span>
    </li>
  );
}
