import { useContext, type Ref } from 'react';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatClock } from '#ui/look/format';
import { unknownSign } from '#ui/look/shapePath';
import { TokenMark } from '#ui/look/TokenShape';
import { useRun } from '#ui/store/runStore';
import { useFlowWords } from '#ui/store/useFlowWords';
import { textWidth } from '../graph/textWidth';
import { goToMessage } from './goToMessage';
import type { SequenceWords } from './sequenceMermaid';
import type { SequenceMessage, SequenceModel } from './SequenceModel';
import styles from './sequence.module.css';

/** In pixels of the picture. */
const at = { left: 96, lane: 150, top: 40, row: 26, note: 8 };

interface Props {
  readonly model: SequenceModel;
  readonly words: SequenceWords;
  /** The message that has the focus in the list beside the picture. */
  readonly marked: number | null;
  readonly ref: Ref<SVGSVGElement>;
}

/** Lifelines side by side, time downwards; a click on a message goes to its step and follows its event. */
export function SequencePicture({ model, words, marked, ref }: Props) {
  const t = useText();
  const { nodes, messages } = model;
  const xOf = (node: number) => at.left + (Math.max(0, nodes.indexOf(node)) + 0.5) * at.lane;
  const width = Math.max(
    at.left + nodes.length * at.lane,
    // What is noted at a lifeline stands beside it, at the last one beyond its lane.
    ...messages.map((message) =>
      message.what === 'fact' ? xOf(message.from) + at.note * 2 + textWidth(words.label(message), 12) : 0,
    ),
  );
  const height = at.top + messages.length * at.row + 16;
  return (
    <svg
      ref={ref}
      xmlns="http://www.w3.org/2000/svg"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      fontFamily="system-ui, sans-serif"
      fontSize="11.5"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A picture made of elements, not a file.
      role="img"
      aria-label={t('why.sequence.picture', { n: messages.length })}
    >
      {nodes.map((node) => (
        <g key={node}>
          <line x1={xOf(node)} y1={at.top - 8} x2={xOf(node)} y2={height} stroke="var(--line2)" />
          <rect
            x={xOf(node) - at.lane / 2 + 6}
            y={8}
            width={at.lane - 12}
            height={22}
            rx={7}
            fill="var(--raised)"
            stroke="var(--line2)"
          />
          <text x={xOf(node)} y={23} textAnchor="middle" fontWeight="600" fill="var(--ink)">
            {shortened(words.node(node))}
          </text>
        </g>
      ))}
      {marked !== null && <Marked y={at.top + (marked + 0.5) * at.row} width={width} />}
      {messages.map((message, index) => (
        <Message
          // Several may be alike in all they say.
          key={`${message.step} ${message.what} ${String(index)}`}
          message={message}
          y={at.top + (index + 0.5) * at.row}
          x1={xOf(message.from)}
          x2={xOf(message.to)}
          label={words.label(message)}
        />
      ))}
    </svg>
  );
}

/** Where the focus is: scrolled into view, as the focus itself would be. */
function Marked({ y, width }: { readonly y: number; readonly width: number }) {
  return (
    <rect
      ref={(mark) => mark?.scrollIntoView({ block: 'nearest' })}
      x={2}
      y={y - at.row / 2}
      width={width - 4}
      height={at.row}
      rx={6}
      fill="var(--sunk)"
      stroke="var(--ink)"
      strokeWidth="2"
    />
  );
}

interface MessageProps {
  readonly message: SequenceMessage;
  readonly y: number;
  readonly x1: number;
  readonly x2: number;
  readonly label: string;
}

function Message({ message, y, x1, x2, label }: MessageProps) {
  const language = useContext(LanguageContext);
  const words = useFlowWords();
  const { what, token, timeUs, step, isCall } = message;
  const isPast = useRun((state) => state.playhead.step >= step);
  const sign = (token === null ? null : words.type(token.type)) ?? unknownSign;
  const direction = x2 >= x1 ? 1 : -1;
  const stroke = what === 'answer' ? 'var(--ink3)' : 'var(--ink)';
  return (
    // The list beside it says the same to screen readers, and is there for keys.
    <g className={styles['message']} opacity={isPast ? 1 : 0.55} onClick={() => goToMessage(message)}>
      <text x={at.left - 12} y={y + 4} textAnchor="end" fontSize="10.5" fill="var(--ink2)">
        {formatClock(timeUs, language)}
      </text>
      {what === 'fact' ? (
        <text x={x1 + at.note} y={y + 4} fill="var(--ink2)" fontStyle="italic">
          {label}
        </text>
      ) : (
        <>
          <line
            x1={x1}
            y1={y}
            x2={x2 - direction * 2}
            y2={y}
            stroke={stroke}
            strokeDasharray={what === 'answer' ? '5 4' : undefined}
          />
          <path
            d={`M${String(x2 - direction * 9)} ${String(y - 4)}L${String(x2 - direction)} ${String(y)}L${String(x2 - direction * 9)} ${String(y + 4)}`}
            // As UML has it: a solid head where the sender waits.
            fill={isCall ? stroke : 'none'}
            stroke={stroke}
          />
          {what === 'event' && <TokenMark sign={sign} x={x1 + direction * 12} y={y} radius={5} />}
          <text x={(x1 + x2) / 2} y={y - 5} textAnchor="middle" fontSize="10.5" fill="var(--ink)">
            {label}
          </text>
        </>
      )}
    </g>
  );
}

/** As much of a name as its box holds. */
function shortened(name: string): string {
  return name.length > 21 ? `${name.slice(0, 20)}…` : name;
}
