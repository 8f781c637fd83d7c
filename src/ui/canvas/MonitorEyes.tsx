import { useContext, useMemo } from 'react';
import type { EventType, Protocol } from '#engine/model/FlowDoc';
import type { Json } from '#engine/model/Json';
import { argumentsOf } from '#engine/model/protocols/argumentsOf';
import { compileProtocol } from '#engine/model/protocols/compileProtocol';
import type { ProtocolSettings } from '#engine/model/protocols/protocolFields';
import { LanguageContext, useText, type Translate } from '#ui/i18n/useText';
import type { MonitorLook, Monitors } from '#ui/look/FaceProps';
import { formatClock, formatCount, type FormatLanguage } from '#ui/look/format';
import { TokenShape } from '#ui/look/TokenShape';
import { chooseView } from '#ui/store/chosenView';
import { useDocument } from '#ui/store/documentStore';
import { goToStep } from '#ui/store/goToStep';
import { useView } from '#ui/store/viewStore';
import { EventTypesContext } from './EventTypesContext';
import styles from './MonitorEyes.module.css';
import { SmallAutomaton } from './SmallAutomaton';

interface Props {
  readonly node: string;
  readonly monitors: Monitors;
  /** Whether they stand above it instead of below. */
  readonly isAbove: boolean;
  /** Seen from afar: only signs, and large ones. */
  readonly isSmall: boolean;
}

const mostShown = 3;
const mostParked = 5;

/** The eyes beside a bus: of each protocol its small automaton and how it stands, and what is parked. */
export function MonitorEyes({ node, monitors: { protocols, parked }, isAbove, isSmall }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const types = useContext(EventTypesContext);
  return (
    // A press here means the eye, not the node below it.
    <div
      className={`${styles['eyes'] ?? ''} nodrag nopan`}
      data-above={isAbove || undefined}
      data-small={isSmall || undefined}
    >
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
  const { accepting, pending, satisfied, violated } = monitor.standings;
  const time = first === null ? '' : formatClock(first.timeUs, language);
  const missing = missingOf(protocol, types);
  const isEndless = automaton !== null && !automaton.accepting.includes(true);
  const { tone, word } =
    missing !== undefined
      ? { tone: 'warn', word: `? ${t(`protocol.verdict.choose.${missing}`)}` }
      : isEndless && first === null
        ? { tone: 'warn', word: `! ${t('protocol.verdict.endless')}` }
        : verdictOf(monitor, time, t, language);
  const kept = keptText(monitor.keptOut, protocol.settings['mode'], t, language);
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
          ? [`${t('protocol.open', { name: protocol.name })}: ${word}`, kept].filter(Boolean).join(' · ')
          : t('protocol.jump', { name: protocol.name, time })
      }
      onClick={() => (first === null ? open() : goToStep(first.step))}
    >
      {automaton !== null && !isSmall && (
        <SmallAutomaton
          automaton={automaton}
          tokens={tokens}
          violated={violated}
          unbroken={accepting + pending + satisfied}
        />
      )}
      <span>
        {isSmall
          ? `${word.slice(0, 1)} ${t(`protocol.short.${shortOf[word.slice(0, 1)] ?? 'unknown'}`)}`
          : word}
      </span>
      {kept !== '' && !isSmall && <span className={styles['kept']}>{kept}</span>}
    </button>
  );
}

/** What is said from afar, by the sign of the verdict. */
const shortOf: Readonly<Record<string, 'holds' | 'violated' | 'unknown' | 'endless'>> = {
  '✓': 'holds',
  '✗': 'violated',
  '?': 'unknown',
  '!': 'endless',
};

/** The first setting that a sentence still lacks, or that repeats another. */
function missingOf({ settings: untyped }: Protocol, types: readonly EventType[]) {
  const settings = untyped as unknown as ProtocolSettings; // Importer and form keep to the table.
  if (settings.source !== 'pattern') return undefined;
  const { missing, repeated } = argumentsOf(settings, types);
  return [...missing, ...repeated][0];
}

/** How many events were kept from the bus, by the mode of the protocol. */
function keptText(count: number, mode: Json | undefined, t: Translate, language: FormatLanguage): string {
  if (count === 0) return '';
  const key = mode === 'deadLetter' ? 'protocol.sentAway' : 'protocol.rejected';
  return t(key, { n: formatCount(count, language) });
}

function verdictOf(
  { standings, isUnknown, first }: MonitorLook,
  time: string,
  t: Translate,
  language: FormatLanguage,
) {
  if (first !== null) return { tone: 'danger', word: `✗ ${t('protocol.verdict.violated', { time })}` };
  if (isUnknown) return { tone: 'warn', word: `? ${t('protocol.verdict.unknown')}` };
  const n = standings.pending;
  const waiting = n === 0 ? '' : ` · ${t('protocol.verdict.pending', { n: formatCount(n, language) })}`;
  return { tone: 'ok', word: `✓ ${t('protocol.verdict.holds')}${waiting}` };
}
