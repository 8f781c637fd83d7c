import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import type { MeasuredPicture, MeasuredState } from './measurePicture';
import { measures } from './measures';
import type { Direction } from './PictureLayout';

/** Ids in the graph carry what they are, so that a state and an arrow may share one. */
export const elkId = {
  state: (id: string) => `s:${id}`,
  arrow: (id: string) => `a:${id}`,
  start: (id: string) => `i:${id}`,
  startArrow: (id: string) => `j:${id}`,
} as const;

const rootOptions = {
  'elk.algorithm': 'layered',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.padding': '[top=14,left=14,bottom=14,right=14]',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.cycleBreaking.strategy': 'GREEDY_MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.thoroughness': '12',
  'elk.layered.mergeEdges': 'false',
  'elk.layered.spacing.nodeNodeBetweenLayers': '34',
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '12',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeNode': '16',
  'elk.spacing.edgeEdge': '12',
  'elk.spacing.edgeLabel': '2',
  'elk.spacing.nodeSelfLoop': '14',
  'elk.spacing.componentComponent': '30',
} as const satisfies LayoutOptions;

/** A measured picture as a graph that the layout of ELK understands. Coordinates come back from the top left corner. */
export function elkGraphOf({ states, arrows }: MeasuredPicture, direction: Direction): ElkNode {
  const known = new Set(states.map(({ state }) => state.id));
  const inside = new Map<string | undefined, MeasuredState[]>();
  for (const measured of states) {
    const { parent } = measured.state;
    const key = parent !== undefined && known.has(parent) ? parent : undefined;
    inside.set(key, [...(inside.get(key) ?? []), measured]);
  }
  const initial = states.filter(({ state }) => state.isInitial === true);
  return {
    id: 'root',
    layoutOptions: { ...rootOptions, 'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT' },
    children: nodesIn(undefined),
    edges: [
      ...initial.map(({ state: { id } }) => ({
        id: elkId.startArrow(id),
        sources: [elkId.start(id)],
        targets: [elkId.state(id)],
      })),
      ...arrows
        .filter(({ from, to }) => known.has(from) && known.has(to))
        .map(({ id, from, to, width, height }): ElkExtendedEdge => ({
          id: elkId.arrow(id),
          sources: [elkId.state(from)],
          targets: [elkId.state(to)],
          labels: height === 0 ? [] : [{ text: ' ', width, height, layoutOptions: labelOptions }],
        })),
    ],
  };

  function nodesIn(parent: string | undefined): ElkNode[] {
    return (inside.get(parent) ?? []).flatMap((measured) => {
      const { id, isInitial } = measured.state;
      const start = { id: elkId.start(id), width: 8, height: 8 };
      const node = nodeOf(measured, nodesIn(id), direction);
      return isInitial === true ? [start, node] : [node];
    });
  }
}

const labelOptions = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' };

function nodeOf({ state, width, height }: MeasuredState, children: ElkNode[], direction: Direction): ElkNode {
  const base = { id: elkId.state(state.id), children };
  const extra = state.tokens === undefined ? 0 : measures.tokenRow;
  if (children.length === 0)
    return {
      ...base,
      width,
      height: height + extra,
      layoutOptions: {
        'elk.layered.edgeRouting.selfLoopDistribution': direction === 'down' ? 'EAST' : 'NORTH',
      },
    };
  return {
    ...base,
    layoutOptions: {
      'elk.padding': `[top=${measures.headLine + 12},left=16,bottom=${16 + extra},right=16]`,
      'elk.nodeSize.constraints': 'MINIMUM_SIZE',
      'elk.nodeSize.minimum': `(${width},${height})`,
    },
  };
}
