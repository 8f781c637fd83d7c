import styles from './FlowWireView.module.css';
import type { WireLayout } from './layoutWires';
import { outward } from './outward';
import { pathData, type PathEnd } from './wirePath';

interface Props {
  readonly layout: WireLayout;
  readonly isCall: boolean;
}

/** The line of a wire from its start to its arrowhead. */
export function WireLine({ layout, isCall }: Props) {
  const path = pathData(layout.path);
  return (
    <>
      <path d={path} className={styles['line']} />
      {isCall && <path d={path} className={styles['gap']} />}
      <circle cx={layout.from.x} cy={layout.from.y} r={4.5} className={styles['start']} />
      <path d={isCall ? solidHead : openHead} transform={headAt(layout.to)} className={styles['head']} />
    </>
  );
}

const openHead = 'M-9 -6L0 0L-9 6';
const solidHead = 'M-13 -7.5L0 0L-13 7.5z';

/** Turns an arrowhead so that it enters the side of the node. */
function headAt({ x, y, side }: PathEnd): string {
  const out = outward(side);
  const degrees = (Math.atan2(-out.y, -out.x) * 180) / Math.PI;
  return `translate(${x} ${y}) rotate(${degrees})`;
}
