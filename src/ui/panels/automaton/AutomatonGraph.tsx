import { useMemo, useState } from 'react';
import type { Lifecycle } from '#engine/automata/Lifecycle';
import type { Transition } from '#engine/runtime/Trace';
import { useText } from '#ui/i18n/useText';
import styles from './automaton.module.css';
import type { Edge } from './foldLetters';
import { layoutAutomaton, pictureWidth, type AutomatonPicture, type StatePill } from './layoutAutomaton';
import { labelFont } from './placeLabels';
import { useAutomatonWords } from './useAutomatonWords';

interface Props {
  readonly lifecycle: Lifecycle;
  readonly current: string;
  readonly last: Transition | null;
}

/** A lifecycle automaton as a graph. Everything in it is said again in the tables below it. */
export function AutomatonGraph({ lifecycle, current, last }: Props) {
  const t = useText();
  const words = useAutomatonWords();
  /** The state under the pointer, whose ways out are shown instead of those of the current one. */
  const [hovered, setHovered] = useState<string | null>(null);
  const focus = hovered ?? current;
  const { letter: lastLetter, from: lastFrom } = last ?? { letter: '', from: '' };
  const picture = useMemo(() => {
    const matters = (edge: Edge) => {
      if (edge.from === lastFrom && edge.letters.includes(lastLetter)) return 2;
      return edge.from === focus ? 1 : 0;
    };
    return layoutAutomaton(lifecycle, words, matters);
  }, [lifecycle, words, focus, lastLetter, lastFrom]);
  const isLast = (edge: Edge) => edge.from === lastFrom && edge.letters.includes(lastLetter);
  return (
    <svg
      className={styles['graph']}
      viewBox={`0 0 ${pictureWidth} ${picture.height}`}
      aria-hidden="true"
      focusable="false"
    >
      <ArrowHeads />
      {picture.frame !== null && (
        <>
          <rect className={styles['frame']} {...picture.frame} rx={14} />
          <text className={styles['caption']} x={picture.frame.x + 9} y={picture.frame.y + 14}>
            {t('player.anyState')}
          </text>
        </>
      )}
      <path
        className={styles['edge']}
        d={`M${picture.start.from.x} ${picture.start.from.y}L${picture.start.to.x} ${picture.start.to.y}`}
        markerEnd="url(#automaton-arrow)"
      />
      <circle cx={picture.start.from.x - 3} cy={picture.start.from.y} r={3} className={styles['startDot']} />
      <Edges picture={picture} focus={focus} isLast={isLast} />
      <Outers picture={picture} isLast={isLast} lastLetter={lastLetter} last={last} />
      {picture.pills.map((pill) => (
        <Pill
          key={pill.state}
          pill={pill}
          isCurrent={pill.state === current}
          isAccepting={lifecycle.accepting.includes(pill.state)}
          onHover={setHovered}
        />
      ))}
    </svg>
  );
}

interface EdgesProps {
  readonly picture: AutomatonPicture;
  readonly focus: string;
  readonly isLast: (edge: Edge) => boolean;
}

function Edges({ picture, focus, isLast }: EdgesProps) {
  const rank = (edge: Edge) => (isLast(edge) ? 2 : edge.from === focus ? 1 : 0);
  // Two ways may lie on one line: what matters now comes on top.
  const inOrder = picture.edges.toSorted((a, b) => rank(a.edge) - rank(b.edge));
  return (
    <>
      {inOrder.map(({ edge, path }) => (
        <path
          key={`${edge.from} ${edge.to}`}
          d={path}
          className={styles['edge']}
          data-last={isLast(edge) || undefined}
          data-near={edge.from === focus || undefined}
          markerEnd={`url(#automaton-arrow${['-far', '', '-last'][rank(edge)] ?? ''})`}
        />
      ))}
      {picture.edges.map(({ edge, label }) =>
        label === null ? null : (
          <text
            key={`${edge.from} ${edge.to}`}
            className={styles['label']}
            data-last={isLast(edge) || undefined}
            x={label.x}
            y={label.y + 3.5}
            fontSize={labelFont}
            textAnchor="middle"
          >
            {label.text}
          </text>
        ),
      )}
    </>
  );
}

interface OutersProps {
  readonly picture: AutomatonPicture;
  readonly isLast: (edge: Edge) => boolean;
  readonly lastLetter: string;
  readonly last: Transition | null;
}

function Outers({ picture, isLast, lastLetter, last }: OutersProps) {
  return picture.outers.map(({ state, enterLetters, enterPath, enterLabel, leave }) => {
    const isCore = !picture.outers.some((other) => other.state === last?.from);
    const didEnter = last?.to === state && enterLetters.includes(lastLetter) && isCore;
    return (
      <g key={state}>
        <path
          d={enterPath}
          className={styles['edge']}
          data-last={didEnter || undefined}
          markerEnd={didEnter ? 'url(#automaton-arrow-last)' : 'url(#automaton-arrow)'}
        />
        <text
          className={styles['label']}
          data-last={didEnter || undefined}
          x={enterLabel.x}
          y={enterLabel.y}
          fontSize={labelFont}
          textAnchor="end"
        >
          {enterLabel.text}
        </text>
        {leave.map(({ edge, path, label }) => (
          <g key={edge.to}>
            <path
              d={path}
              className={styles['edge']}
              data-last={isLast(edge) || undefined}
              markerEnd={isLast(edge) ? 'url(#automaton-arrow-last)' : 'url(#automaton-arrow)'}
            />
            <text
              className={styles['label']}
              data-last={isLast(edge) || undefined}
              x={label.x}
              y={label.y}
              fontSize={labelFont}
            >
              {label.text}
              <tspan x={label.x} dy={13}>
                {label.target}
              </tspan>
            </text>
          </g>
        ))}
      </g>
    );
  });
}

interface PillProps {
  readonly pill: StatePill;
  readonly isCurrent: boolean;
  readonly isAccepting: boolean;
  readonly onHover: (state: string | null) => void;
}

function Pill({ pill, isCurrent, isAccepting, onHover }: PillProps) {
  const { x, y, width, height } = pill;
  return (
    <g
      className={styles['pill']}
      data-current={isCurrent || undefined}
      onPointerEnter={() => onHover(pill.state)}
      onPointerLeave={() => onHover(null)}
    >
      {isAccepting && (
        <rect
          className={styles['ring']}
          x={x - width / 2 - 3}
          y={y - height / 2 - 3}
          width={width + 6}
          height={height + 6}
          rx={height / 2 + 3}
        />
      )}
      <rect x={x - width / 2} y={y - height / 2} width={width} height={height} rx={height / 2} />
      <text x={x} y={y + 4} textAnchor="middle" fontSize={11.5}>
        {pill.text}
      </text>
    </g>
  );
}

function ArrowHeads() {
  return (
    <defs>
      {[
        ['automaton-arrow-far', styles['farHead'], 7],
        ['automaton-arrow', styles['head'], 7],
        ['automaton-arrow-last', styles['lastHead'], 5],
      ].map(([id, className, size]) => (
        <marker
          key={id}
          id={String(id)}
          viewBox="0 0 10 10"
          refX="8.5"
          refY="5"
          markerWidth={size}
          markerHeight={size}
          orient="auto-start-reverse"
        >
          <path d="M1 1L9 5L1 9" className={String(className)} />
        </marker>
      ))}
    </defs>
  );
}
