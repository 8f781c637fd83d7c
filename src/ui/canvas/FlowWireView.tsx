import type { EdgeProps } from '@xyflow/react';
import { memo, useContext } from 'react';
import { useText } from '#ui/i18n/useText';
import { useLint } from '#ui/store/lintStore';
import { useDrawnRun } from '#ui/store/useDrawnRun';
import { markOfWire } from '#ui/store/stopMarks';
import { useStops } from '#ui/store/stopStore';
import { wireElementId, type CanvasWire, type WireData } from './flowElements';
import styles from './FlowWireView.module.css';
import { isCallOpen, isFilterFailing } from './nodeFrame';
import { outward } from './outward';
import { WireLine } from './WireLine';
import { pathData, pointAlong } from './wirePath';
import { ZoomLevelContext } from './zoomLevel';

/** How far before the port a selected wire is taken to join it elsewhere: beyond the reach of the port itself. */
export const gripDistance = 18;

/** One wire with its arrowhead; a synchronous one is lit while a call is open on it. */
export const FlowWireView = memo(function FlowWireView({ id, data, label, selected }: EdgeProps<CanvasWire>) {
  const t = useText();
  const zoomLevel = useContext(ZoomLevelContext);
  const isLit = useDrawnRun((run) => data?.look === 'call' && isCallOpen(run, id));
  const isWarned = useLint(({ warned }) => warned.has(id));
  const isFailing = useDrawnRun((run) => isFilterFailing(run, id));
  const stop = useStops(({ breakpoints }) => markOfWire(breakpoints, id));
  if (data === undefined) return null;
  const { layout, look } = data;
  const path = pathData(layout.path);
  const isCall = look === 'call';
  return (
    <g
      id={wireElementId(id)}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- It is drawn inside of an SVG.
      role="img"
      aria-label={labelOf(label, isFailing ? t('canvas.filterFailed') : '')}
      className={styles['wire']}
      data-look={look}
      data-lit={isLit}
      data-warned={isWarned || undefined}
      data-selected={selected}
      data-level={zoomLevel}
    >
      <path d={path} className={styles['hit']} />
      <WireLine layout={layout} isCall={isCall} />
      {selected === true &&
        [layout.from, layout.to].map((end) => {
          const { x, y } = outward(end.side);
          return (
            <circle
              key={`${end.x} ${end.y}`}
              cx={end.x + x * gripDistance}
              cy={end.y + y * gripDistance}
              r={5.5}
              className={styles['grip']}
            />
          );
        })}
      {(isWarned || isFailing) && (
        <WarningSign
          data={data}
          text={t(isFailing ? 'canvas.filterFailed' : 'canvas.wireWarned')}
          isBad={isFailing}
        />
      )}
      {stop !== null && <StopSign data={data} isOn={stop === 'on'} text={t('canvas.wireStop')} />}
      {isCall && zoomLevel === 'full' && <CallLabel data={data} text={t('canvas.callLabel')} />}
    </g>
  );
});

function labelOf(label: unknown, trouble: string): string | undefined {
  if (typeof label !== 'string') return undefined;
  return trouble === '' ? label : `${label}. ${trouble}`;
}

interface SignProps {
  readonly data: WireData;
  readonly text: string;
  /** Whether it has gone wrong in this run, and not only could. */
  readonly isBad: boolean;
}

/** Where on the wire something is wrong with it; the list of warnings says what. */
function WarningSign({ data, text, isBad }: SignProps) {
  const { x, y } = pointAlong(data.layout.samples, 0.35);
  return (
    <g transform={`translate(${x} ${y})`} className={styles['warning']} data-bad={isBad || undefined}>
      <title>{text}</title>
      <path d="M0 -9L9.5 7.5H-9.5z" />
      <path d="M0 -3.5V2M0 4.4v.1" />
    </g>
  );
}

/** Where on the wire the run stops when something arrives over it. */
function StopSign({
  data,
  isOn,
  text,
}: {
  readonly data: WireData;
  readonly isOn: boolean;
  readonly text: string;
}) {
  const { x, y } = pointAlong(data.layout.samples, 0.65);
  return (
    <circle cx={x} cy={y} r={7} className={styles['stop']} data-off={!isOn || undefined}>
      <title>{text}</title>
    </circle>
  );
}

function CallLabel({ data, text }: { readonly data: WireData; readonly text: string }) {
  const { x, y } = pointAlong(data.layout.samples, 0.5);
  return (
    <text x={x} y={y + 20} className={styles['label']}>
      {text}
    </text>
  );
}
