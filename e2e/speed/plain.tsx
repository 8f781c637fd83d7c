import { ReactFlow, type Edge, type Node } from '@xyflow/react';
import '@xyflow/react/dist/style.css';
import { createRoot } from 'react-dom/client';
import type { Sketch } from './sketches';

/** Draws the nodes and wires of a flow as React Flow does without any work of ours. */
function draw({ nodes, wires, animated }: Sketch & { readonly animated: boolean }): void {
  const plainNodes = nodes.map(({ id, name, x, y }): Node => ({
    id,
    data: { label: name },
    position: { x, y },
  }));
  const plainEdges = wires.map(({ id, from, to }): Edge => ({
    id,
    source: from.node,
    target: to.node,
    animated,
  }));
  const root = document.getElementById('root');
  if (root === null) return;
  createRoot(root).render(
    <ReactFlow defaultNodes={plainNodes} defaultEdges={plainEdges} fitView minZoom={0.02} />,
  );
}

window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  // Only the benchmark sends anything here.
  if (typeof data === 'object' && data !== null && 'nodes' in data)
    draw(data as Sketch & { readonly animated: boolean });
});
