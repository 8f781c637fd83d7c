import type { PictureToken } from './AutomatonPicture';
import type { Box } from './geometry';
import styles from './graph.module.css';
import { textWidth } from './textWidth';
import { shorten } from './wrapText';

interface Props {
  readonly tokens: readonly PictureToken[];
  /** How many are here besides these. */
  readonly more: number;
  readonly box: Box;
}

const font = 9.5;
const gap = 3;
const widestToken = 64;
const sign = { ok: '✓ ', warn: '! ', danger: '✗ ' } as const;

/** The keys that are in a state, on its lower rim; those that find no room are counted. */
export function TokenRow({ tokens, more, box }: Props) {
  if (tokens.length + more === 0) return null;
  const chips = fitting(tokens, more, box.width + 4);
  const whole = chips.reduce((sum, { width }) => sum + width + gap, -gap);
  let x = box.x + (box.width - whole) / 2;
  return chips.map(({ id, text, width, tone }) => {
    const left = x;
    x += width + gap;
    return (
      <g key={id} className={styles['token']} data-tone={tone}>
        <rect x={left} y={box.y + box.height - 6} width={width} height={15} rx={7.5} />
        <text x={left + width / 2} y={box.y + box.height + 5} fontSize={font} textAnchor="middle">
          {text}
        </text>
      </g>
    );
  });
}

/** Rows are shorter than this: no need to measure more. */
const mostMeasured = 40;

function fitting(tokens: readonly PictureToken[], untold: number, room: number) {
  const all = tokens.slice(0, mostMeasured).map(({ id, label, tone }) => {
    const text = shorten(`${tone === undefined ? '' : sign[tone]}${label}`, widestToken, font);
    return { id, text, tone, width: Math.max(15, textWidth(text, font) * 1.08 + 10) };
  });
  const restOf = (count: number) => tokens.length + untold - count;
  const fits = (count: number) => {
    const rest = restOf(count);
    const more = rest === 0 ? 0 : gap + moreWidth(rest);
    return all.slice(0, count).reduce((sum, { width }) => sum + width + gap, -gap) + more <= room;
  };
  let count = all.length;
  while (count > 0 && !fits(count)) count -= 1;
  const rest = restOf(count);
  const more = { id: '', text: `+${rest}`, tone: undefined, width: moreWidth(rest) };
  return rest === 0 ? all : [...all.slice(0, count), more];
}

const moreWidth = (rest: number) => textWidth(`+${rest}`, font) + 9;
