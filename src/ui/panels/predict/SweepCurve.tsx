import { useContext } from 'react';
import type { FigureId } from '#engine/analysis/predict/figureNames';
import type { SweepPoint } from '#engine/analysis/predict/sweep';
import { LanguageContext, useText } from '#ui/i18n/useText';
import { formatNumber } from '#ui/look/format';
import { figureText } from './figureText';
import styles from './predict.module.css';
import { sweepTop } from './sweepTop';

interface Props {
  readonly points: readonly SweepPoint[];
  readonly figure: FigureId;
  readonly title: string;
}

const width = 560;
const height = 220;
const inset = { left: 64, right: 14, top: 12, bottom: 38 } as const;

/** What theory says as a line, and what runs came to as points with their intervals. The table beside it says the same. */
export function SweepCurve({ points, figure, title }: Props) {
  const t = useText();
  const language = useContext(LanguageContext);
  const values = points.map(({ value }) => value);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const top = sweepTop(points, figure);
  const x = (value: number) =>
    inset.left + ((value - least) / Math.max(1e-12, most - least)) * (width - inset.left - inset.right);
  const y = (value: number) =>
    height - inset.bottom - (Math.max(0, Math.min(value, top)) / top) * (height - inset.top - inset.bottom);
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => share * top);
  return (
    <figure className={styles['curve']}>
      <svg
        viewBox={`0 0 ${width} ${height}`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- A picture made of elements, not a file.
        role="img"
        aria-label={t('predicting.curve', { number: title })}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line
              className={styles['grid']}
              x1={inset.left}
              x2={width - inset.right}
              y1={y(tick)}
              y2={y(tick)}
            />
            <text x={inset.left - 6} y={y(tick)} dy="0.32em" textAnchor="end">
              {figureText(figure, tick, language)}
            </text>
          </g>
        ))}
        {values.map((value) => (
          <text key={value} x={x(value)} y={height - inset.bottom + 16} textAnchor="middle">
            {formatNumber(value, language)}
          </text>
        ))}
        <text x={(width + inset.left) / 2} y={height - 4} textAnchor="middle">
          {title}
        </text>
        {stretches(points).map((stretch) => (
          <polyline
            key={stretch[0]?.value}
            className={styles['theory']}
            points={stretch
              .map(({ value, predicted }) => `${x(value)},${y(predicted?.value ?? 0)}`)
              .join(' ')}
          />
        ))}
        {points.map(({ value, predicted }) =>
          predicted === null ? null : (
            <circle
              key={value}
              className={styles['theoryPoint']}
              cx={x(value)}
              cy={y(predicted.value)}
              r={2.5}
            />
          ),
        )}
        {points.map(({ value, simulated }) =>
          simulated === null ? null : (
            <g key={value} className={styles['run']}>
              <line x1={x(value)} x2={x(value)} y1={y(simulated.low)} y2={y(simulated.high)} />
              <line x1={x(value) - 4} x2={x(value) + 4} y1={y(simulated.low)} y2={y(simulated.low)} />
              <line x1={x(value) - 4} x2={x(value) + 4} y1={y(simulated.high)} y2={y(simulated.high)} />
              <rect x={x(value) - 3} y={y(simulated.mean) - 3} width={6} height={6} />
            </g>
          ),
        )}
      </svg>
      <figcaption>
        <span data-line="theory">{t('predicting.column.predicted')}</span>
        <span data-line="run">{t('predicting.legendRuns')}</span>
      </figcaption>
    </figure>
  );
}

/** The points between which a line is drawn: it breaks where nothing is predicted. */
function stretches(points: readonly SweepPoint[]): readonly (readonly SweepPoint[])[] {
  const found: SweepPoint[][] = [[]];
  for (const point of points) {
    if (point.predicted === null) found.push([]);
    else found.at(-1)?.push(point);
  }
  return found.filter(({ length }) => length > 0);
}
