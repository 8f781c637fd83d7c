import { useContext, useMemo } from 'react';
import type { EventType } from '#engine/model/FlowDoc';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import type { MonitorLook, Monitors } from '#ui/look/FaceProps';
import { formatClock, formatCount } from '#ui/look/format';
import { TokenShape } from '#ui/look/TokenShape';
import { chooseView } from '#ui/store/chosenView';
import { useDocument } from '#ui/store/documentStore';
import { goToStep } from '#ui/store/goToStep';
import { useView } from '#ui/store/viewStore';
import { EventTypesContext } from './EventTypesContext';
import styles from './MonitorEyes.module.css';

interface Props {
  readonly node: string;
  readonly monitors: Monitors;
  /** Seen from afar: only signs, and large ones. */
  readonly isSmall: boolean;
}

const mostShown = 3;
const mostParked = 5;

/** The eyes below a bus: of each protocol its small automaton and how it stands, and what is parked. */
export function MonitorEyes({ node, monitors: { protocols, parked }, isSmall }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const types = useContext(EventTypesContext);
  return (
    // A press here means the eye, not the node below it.
    <div className={`${styles['eyes'] ?? ''} nodrag nopan`} data-small={isSmall || undefined}>
      {protocols.slice(0, mostShown).map((monitor) => (
        <Eye key={monitor.id} node={node} monitor={monitor} types={types} isSmall={isSmall} />
      ))}
      {protocols.length > mostShown && (
        <span className={styles['more']}>+{formatCount(protocols.length - mostShown, language)}</span>
      )}
      {parked.count > 0 && (
        <span className={styles['parked']}>
          {parked.tokens.slice(0, mostParked).map(({ number, type }) => {
            const sign = types[type];
            return sign === undefined ? null : <TokenShape key={number} sign={sign} size={13} />;
          })}
          {isSmall
            ? formatCount(parked.count, language)
            : t('protocol.parked', { n: formatCount(parked.count, language) })}
        </span>
      )}
    </div>
  );
}

interface EyeProps {
  readonly node: string;
  readonly monitor: MonitorLook;
  readonly types: readonly EventType[];
  readonly isSmall: boolean;
}

function Eye({ node, monitor, types, isSmall }: EyeProps) {
  const t = useText();
  const language = useContext(LanguageContext);
  const protocol = useDocument((state) => state.doc.protocols.find(({ id }) => id === monitor.id));
  const automaton = useMemo(
    () => (protocol === undefined ? null : compileProtocol(protocol, types).automaton),
    [protocol, types],
  );
  if (protocol === undefined) return null;
  const { first, tokens } = monitor;
  const time = first === null ? '' : formatClock(first.timeUs, language);
  const { tone, word } = verdictOf(monitor, time, t, language);
  const open = () => {
    useView.getState().select({ nodes: [node] });
    useView.getState().showInspector('automaton');
    chooseView('protocol', monitor.id);
  };
  return (
    <button
      type="button"
      className={styles['eye']}
      data-tone={tone}
      title={protocol.name}
      aria-label={
        first === null
          ? `${t('protocol.open', { name: protocol.name })}: ${word}`
          : t('protocol.jump', { name: protocol.name, time })
      }
      onClick={() => (first === null ? open() : goToStep(first.step))}
    >
      {automaton !== null && !isSmall && <SmallAutomaton accepting={automaton.accepting} tokens={tokens} />}
      <span>{isSmall ? word.slice(0, 1) : word}</span>
    </button>
  );
}

function verdictOf(
  { standings, isUnknown, first }: MonitorLook,
  time: string,
  t: Translate,
  language: string,
) {
  if (first !== null) return { tone: 'danger', word: `✗ ${t('protocol.verdict.violated', { time })}` };
  if (isUnknown) return { tone: 'warn', word: `? ${t('protocol.verdict.unknown')}` };
  const n = standings.pending;
  const waiting = n === 0 ? '' : ` · ${t('protocol.verdict.pending', { n: formatCount(n, language) })}`;
  return { tone: 'ok', word: `✓ ${t('protocol.verdict.holds')}${waiting}` };
}

const mostDots = 8;
const gap = 19;

/** States in a row, with a double ring where it may end, and how many keys stand there. */
function SmallAutomaton({
  accepting,
  tokens,
}: {
  readonly accepting: readonly boolean[];
  readonly tokens: readonly number[];
}) {
  const shown = tokens.slice(0, mostDots);
  const width = Math.max(1, shown.length) * gap + 2;
  return (
    <svg width={width} height="16" viewBox={`-8 -8 ${width} 16`} aria-hidden="true" focusable="false">
      {shown.length > 1 && <path d={`M0 0H${(shown.length - 1) * gap}`} />}
      {shown.map((count, state) => (
        // A state is its place.
        <g key={state} transform={`translate(${state * gap} 0)`} data-now={count > 0}>
          <circle r="6.4" />
          {accepting[state] === true && count === 0 && <circle r="4" />}
          {count > 0 && (
            <text y="3" textAnchor="middle">
              {count > 99 ? '+' : count}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
