import { CornerLeftUp } from 'lucide-react';
import { useContext } from 'react';
import type { TraceEntry } from '#engine/runtime/Trace';
import { hasText } from '#ui/i18n/catalogue';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { signOf } from '#ui/look/signOf';
import { TokenShape } from '#ui/look/TokenShape';
import { useDocument } from '#ui/store/documentStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { useView } from '#ui/store/viewStore';
import { openMomentMenu } from '../contextMenu/openMomentMenu';
import styles from './log.module.css';
import { sentenceOf } from './sentenceOf';

interface Props {
  readonly step: number;
  /** Its place in the list, from 1. */
  readonly place: number;
  /** Pixels from the top of the list. */
  readonly top: number;
  /** Undefined until it has been fetched. */
  readonly entry: TraceEntry | undefined;
  readonly isActive: boolean;
  readonly isNow: boolean;
  readonly isFuture: boolean;
  readonly onGoTo: (step: number) => void;
  readonly onChoose: (step: number) => void;
}

/** One step of the run. Keys are handled by the list, which tells which row is active. */
export function LogRow({ step, place, top, entry, isActive, isNow, isFuture, onGoTo, onChoose }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const eventTypes = useDocument((state) => state.doc.eventTypes);
  const family = useView((state) => state.family);
  const token = entry?.token ?? entry?.facts.find((fact) => fact.token !== null)?.token ?? null;
  return (
    <tr
      id={`log-${step}`}
      tabIndex={-1}
      aria-rowindex={place}
      aria-selected={isActive}
      aria-current={isNow ? 'step' : undefined}
      className={styles['row']}
      data-active={isActive || undefined}
      data-now={isNow || undefined}
      data-future={isFuture || undefined}
      data-faded={isFaded(entry, family) || undefined}
      style={{ transform: `translateY(${top}px)` }}
      onContextMenu={(event) => {
        event.stopPropagation();
        openMomentMenu(event, { step }, token);
      }}
      onClick={() => {
        onGoTo(step);
        if (token !== null) useView.getState().selectEvent(token.number);
      }}
    >
      <td className={styles['number']}>{step}</td>
      {entry === undefined ? (
        <td className={styles['loading']}>{t('player.logLoading', { step })}</td>
      ) : (
        <>
          <td className={styles['time']}>{formatClock(entry.timeUs, language)}</td>
          <td className={styles['shape']}>
            {token !== null && (
              <TokenShape
                sign={signOf(eventTypes, token.type)}
                size={14}
                label={t('player.event', { type: words.type(token.type)?.name ?? '?', number: token.number })}
              />
            )}
          </td>
          <td className={styles['what']}>{sentenceOf(entry, words, t)}</td>
          <td className={styles['state']}>{stateText(entry, t)}</td>
          <td className={styles['cause']}>
            <Cause cause={entry.cause} onChoose={onChoose} />
          </td>
        </>
      )}
    </tr>
  );
}

/** What has nothing to do with the followed event fades. */
function isFaded(entry: TraceEntry | undefined, family: ReadonlySet<number> | null): boolean {
  if (family === null || entry === undefined) return false;
  const tokens = [entry.token, ...entry.facts.map((fact) => fact.token)];
  return !tokens.some((token) => token !== null && family.has(token.number));
}

function Cause({ cause, onChoose }: { readonly cause: number; readonly onChoose: (step: number) => void }) {
  const t = useText();
  if (cause === 0) return t('player.logAtStart');
  return (
    <button
      type="button"
      tabIndex={-1}
      className={styles['causeLink']}
      aria-label={t('player.logGoToCause', { step: cause })}
      title={t('player.logGoToCause', { step: cause })}
      onClick={(event) => {
        event.stopPropagation();
        onChoose(cause);
      }}
    >
      <CornerLeftUp size={12} aria-hidden /> {cause}
    </button>
  );
}

/** The states that the node went through in this step: `idle → busy`. */
function stateText({ transitions }: TraceEntry, t: Translate): string {
  const first = transitions[0];
  if (first === undefined) return '';
  return [first.from, ...transitions.map(({ to }) => to)]
    .map((state) => {
      const key = `kinds.state.${state}`;
      return hasText(key) ? t(key) : state;
    })
    .join(' → ');
}
