import { useMemo } from 'react';
import type { Automaton } from '#engine/automata/Automaton';
import { automatonInSmall, structureOf } from './automatonInSmall';

interface Props {
  readonly automaton: Automaton;
  /** How many keys are in the states that have any. */
  readonly tokens: readonly (readonly [state: number, keys: number])[];
  readonly violated: number;
  /** How many keys have not broken it. */
  readonly unbroken: number;
}

const gap = 30;
const radius = 8.5;
const left = 20;
const height = 40;
const middle = 22;

/** States in a row from the initial one on, with arrows, a double ring where it may end, and a token for each key. */
export function SmallAutomaton({ automaton, tokens, violated, unbroken }: Props) {
  const structure = useMemo(() => structureOf(automaton), [automaton]);
  const { states, arrows, isCut, keys, elsewhere } = useMemo(
    () => automatonInSmall(structure, tokens, unbroken),
    [structure, tokens, unbroken],
  );
  const { canBreak } = structure;
  const rest = left + states.length * gap;
  // The keys in the states that find no room are counted where those are left out.
  const restText = elsewhere > 0 ? `… ${countText(elsewhere)}` : '…';
  const trap = rest + (isCut ? 8 + restText.length * 6 : 0);
  const width = (canBreak ? trap + gap : trap) - 16;
  return (
    <svg
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={`M1 ${middle}H${left - radius - 1}`} />
      <path data-head d={headAt(left - radius - 1, middle, 1, 0)} />
      {arrows.map(([from, to]) => (
        <Arrow key={`${from} ${to}`} from={from} to={to} />
      ))}
      {states.map((state, place) => (
        <State
          key={state}
          x={left + place * gap}
          isAccepting={automaton.accepting[state] === true}
          count={keys[place] ?? 0}
        />
      ))}
      {isCut && (
        <text data-rest x={rest - 14} y={middle + 3}>
          {restText}
        </text>
      )}
      {canBreak && <Trap x={trap} count={violated} />}
    </svg>
  );
}

interface StateProps {
  readonly x: number;
  readonly isAccepting: boolean;
  readonly count: number;
}

function State({ x, isAccepting, count }: StateProps) {
  return (
    <g transform={`translate(${x} ${middle})`} data-now={count > 0}>
      <circle r={radius} />
      {isAccepting && <circle r={radius - 2.2} />}
      <Keys count={count} />
    </g>
  );
}

/** Where keys are that broke it: crossed out. */
function Trap({ x, count }: { readonly x: number; readonly count: number }) {
  return (
    <g transform={`translate(${x} ${middle})`} data-trap={count > 0 ? 'full' : 'empty'}>
      <circle r={radius} />
      <path d="M-6 -6L6 6M-6 6L6 -6" />
      {count > 0 && (
        <text data-beside x={radius + 1} y={-radius + 1} textAnchor="middle">
          {countText(count)}
        </text>
      )}
    </g>
  );
}

const spots: readonly (readonly (readonly [x: number, y: number])[])[] = [
  [],
  [[0, 0]],
  [
    [-2.6, 0],
    [2.6, 0],
  ],
  [
    [-2.6, 1.6],
    [2.6, 1.6],
    [0, -2.8],
  ],
];

/** A token for each, or a number when there are many. */
function Keys({ count }: { readonly count: number }) {
  const own = spots[count];
  if (own === undefined) {
    return (
      <text y="3" textAnchor="middle">
        {countText(count)}
      </text>
    );
  }
  return own.map(([x, y]) => <circle key={`${x} ${y}`} data-key cx={x} cy={y} r="2" />);
}

const countText = (count: number) => (count > 99 ? '99+' : String(count));

function Arrow({ from, to }: { readonly from: number; readonly to: number }) {
  const a = left + from * gap;
  const b = left + to * gap;
  if (from === to) {
    const top = middle - radius;
    return (
      <>
        <path d={`M${a - 3} ${top}C${a - 8} ${top - 12} ${a + 8} ${top - 12} ${a + 3} ${top}`} />
        <path data-head d={headAt(a + 3, top, -0.35, 1)} />
      </>
    );
  }
  if (to === from + 1) {
    return (
      <>
        <path d={`M${a + radius} ${middle}H${b - radius - 1}`} />
        <path data-head d={headAt(b - radius - 1, middle, 1, 0)} />
      </>
    );
  }
  // Forward above the row, back below it.
  const side = to > from ? -1 : 1;
  const y = middle + side * (radius - 1);
  const bend = y + side * 13;
  return (
    <>
      <path
        d={`M${a - side * 4} ${y}C${a - side * 8} ${bend} ${b + side * 8} ${bend} ${b + side * 4} ${y}`}
      />
      <path data-head d={headAt(b + side * 4, y, -side * 0.35, -side)} />
    </>
  );
}

/** A filled head with its tip here, in this direction. */
function headAt(x: number, y: number, dx: number, dy: number): string {
  const length = Math.hypot(dx, dy);
  const [ux, uy] = [(dx / length) * 4.5, (dy / length) * 4.5];
  return `M${x} ${y}L${x - ux - uy / 2} ${y - uy + ux / 2}L${x - ux + uy / 2} ${y - uy - ux / 2}Z`;
}
