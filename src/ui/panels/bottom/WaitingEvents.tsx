import { useMemo } from 'react';
import type { Token, WaitingLine } from '#engine/model/NodeKind';
import { kindById } from '#kinds/index';
import { useText } from '#ui/i18n/useText';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import { letGoFirst } from '#ui/store/letGoFirst';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { FurtherBack } from './FurtherBack';
import styles from './list.module.css';

interface Place extends WaitingLine {
  readonly node: string;
  readonly index: number;
}

/** What waits in queues is no step that is pending: a person may let any of it go first all the same. */
export function WaitingEvents({ isInBranch }: { readonly isInBranch: boolean }) {
  const t = useText();
  const doc = useRun((state) => state.doc);
  const frame = useRun((state) => (state.isPlaying ? null : state.frame));
  const places = useMemo(
    () =>
      (frame?.nodes ?? []).flatMap(({ view }, index): readonly Place[] => {
        const node = doc.nodes[index];
        const lines = kindById.get(node?.kind ?? '')?.waiting?.(view);
        return (lines ?? []).map((line) => ({ ...line, index, node: node?.id ?? '' }));
      }),
    [frame, doc],
  );
  if (places.every(({ tokens }) => tokens.length === 0)) return null;
  return (
    <section aria-label={t('player.waitingTitle')}>
      <h3 className={styles['heading']}>{t('player.waitingTitle')}</h3>
      <ul className={styles['list']}>
        {places.flatMap((place) =>
          place.tokens.map((token, turn) => (
            // One event can wait twice after a duplication, so the place belongs to the key.
            <WaitingRow
              key={`${place.node} ${place.queue} ${String(token.number)} ${String(turn)}`}
              place={place}
              token={token}
              isFirst={turn === 0}
              isInBranch={isInBranch}
            />
          )),
        )}
        {restsOf(places).map((rest) => (
          <FurtherBack key={rest.node} {...rest} isInBranch={isInBranch} />
        ))}
      </ul>
    </section>
  );
}

/** The nodes at which more wait than are listed. */
function restsOf(places: readonly Place[]) {
  const nodes = [...new Map(places.map(({ node, index }) => [node, index]))];
  return nodes
    .map(([node, index]) => {
      const own = places.filter((place) => place.node === node);
      return { node, index, rest: own.reduce((sum, { count, tokens }) => sum + count - tokens.length, 0) };
    })
    .filter(({ rest }) => rest > 0);
}

interface RowProps {
  readonly place: Place;
  readonly token: Token;
  readonly isFirst: boolean;
  /** Whether what is done keeps the run as it is and is tried in a branch. */
  readonly isInBranch: boolean;
}

function WaitingRow({ place, token, isFirst, isInBranch }: RowProps) {
  const t = useText();
  const words = useFlowWords();
  const doc = useRun((state) => state.doc);
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const { number, type, subject } = token;
  const event = t('player.event', { type: words.type(type)?.name ?? '?', number });
  const node = words.node(place.index);
  const to = doc.wires[place.wires.length === 1 ? (place.wires[0] ?? -1) : -1]?.to.node;
  const target = doc.nodes.findIndex(({ id }) => id === to);
  const what =
    target < 0
      ? t('player.waitsIn', { event, node })
      : t('player.waitsFor', { event, node, to: words.node(target) });
  return (
    <li className={styles['row']} data-event={number}>
      <span className={styles['time']}>{subject}</span>
      <span className={styles['what']}>
        <TokenShape sign={signOf(eventTypes, type)} size={14} />
        <span>{what}</span>
        {isFirst && <span className={styles['pill']}>{t('player.isNext')}</span>}
      </span>
      <span className={styles['buttons']}>
        {!isFirst && (
          <button
            type="button"
            className={styles['button']}
            data-main
            aria-label={t('player.deliverNextOf', { what })}
            onClick={() => letGoFirst({ node: place.node, event: number, queue: place.queue }, isInBranch)}
          >
            {t('player.deliverNext')}
          </button>
        )}
      </span>
    </li>
  );
}
