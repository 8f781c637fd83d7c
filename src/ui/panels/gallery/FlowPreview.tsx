import type { FlowDoc, FlowNode } from '#engine/model/FlowDoc';
import { faces } from '#kinds/faces';
import styles from './gallery.module.css';

interface Box {
  readonly node: FlowNode;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const margin = 40;

/** A flow as a small picture: boxes and wires where they are on the canvas. */
export function FlowPreview({ doc }: { readonly doc: FlowDoc }) {
  const boxes = doc.nodes.map(boxOf);
  if (boxes.length === 0) return <svg className={styles['preview']} aria-hidden />;
  const left = Math.min(...boxes.map(({ x }) => x)) - margin;
  const top = Math.min(...boxes.map(({ y }) => y)) - margin;
  const right = Math.max(...boxes.map(({ x, width }) => x + width)) + margin;
  const bottom = Math.max(...boxes.map(({ y, height }) => y + height)) + margin;
  return (
    <svg className={styles['preview']} viewBox={`${left} ${top} ${right - left} ${bottom - top}`} aria-hidden>
      {doc.wires.map((wire, index) => (
        <WireLine key={wire.id} doc={doc} boxes={boxes} index={index} />
      ))}
      {boxes.map(({ node, x, y, width, height }) => (
        <rect
          key={node.id}
          className={styles['box']}
          data-passive={!isWired(doc, node.id) || undefined}
          x={x}
          y={y}
          width={width}
          height={height}
          rx="16"
        />
      ))}
    </svg>
  );
}

function boxOf(node: FlowNode): Box {
  const size = faces[node.kind]?.size(node.settings) ?? { width: 200, height: 90 };
  return { node, x: node.x, y: node.y, width: node.width ?? size.width, height: node.height ?? size.height };
}

const isWired = (doc: FlowDoc, id: string) =>
  doc.wires.some(({ from, to }) => from.node === id || to.node === id);

interface LineProps {
  readonly doc: FlowDoc;
  readonly boxes: readonly Box[];
  readonly index: number;
}

function WireLine({ doc, boxes, index }: LineProps) {
  const wire = doc.wires[index];
  const from = boxes.find(({ node }) => node.id === wire?.from.node);
  const to = boxes.find(({ node }) => node.id === wire?.to.node);
  if (from === undefined || to === undefined) return null;
  const start = { x: from.x + from.width, y: from.y + from.height / 2 };
  const end = { x: to.x, y: to.y + to.height / 2 };
  const bend = Math.max(40, Math.abs(end.x - start.x) / 2);
  return (
    <path
      className={styles['wire']}
      d={`M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`}
    />
  );
}
