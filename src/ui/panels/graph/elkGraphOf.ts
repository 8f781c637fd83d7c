import type { ElkExtendedEdge, ElkNode, LayoutOptions } from 'elkjs/lib/elk-api';
import { backArrows } from './backArrows';
import type { MeasuredPicture, MeasuredState } from './measurePicture';
import { measures } from './measures';
import type { Direction, Way } from './PictureLayout';

/** Ids in the graph carry what they are, so that a state and an arrow may share one. */
export const elkId = {
  state: (id: string) => `s:${id}`,
  arrow: (id: string) => `a:${id}`,
  start: (id: string) => `i:${id}`,
  startArrow: (id: string) => `j:${id}`,
} as const;

const rootOptions = {
  'elk.algorithm': 'layered',
  'elk.json.shapeCoords': 'ROOT',
  'elk.json.edgeCoords': 'ROOT',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.randomSeed': '1',
  'elk.padding': '[top=14,left=14,bottom=14,right=14]',
  'elk.layered.considerModelOrder.strategy': 'PREFER_NODES',
  'elk.layered.considerModelOrder.components': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'BRANDES_KOEPF',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.mergeEdges': 'false',
  'elk.layered.spacing.nodeNodeBetweenLayers': '26',
  'elk.layered.spacing.edgeNodeBetweenLayers': '15',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '9',
  'elk.spacing.nodeNode': '20',
  'elk.spacing.edgeNode': '12',
  'elk.spacing.edgeEdge': '10',
  'elk.spacing.edgeLabel': '2',
  'elk.spacing.labelNode': '0',
  'elk.spacing.nodeSelfLoop': '14',
  'elk.spacing.componentComponent': '30',
} as const satisfies LayoutOptions;

/**
 * A measured picture as a graph that the layout of ELK understands. Coordinates come back from the top left corner. Arrows
 * that lead back are turned round, so that everything else flows away from the initial state. `aspect` is width by height
 * of what is laid out in columns.
 */
export function elkGraphOf({ states, arrows }: MeasuredPicture, flow: Way, aspect = 1): ElkNode {
  const direction: Direction = flow === 'right' ? 'right' : 'down';
  const known = new Set(states.map(({ state }) => state.id));
  const inside = new Map<string | undefined, MeasuredState[]>();
  for (const measured of states) {
    const { parent } = measured.state;
    const key = parent !== undefined && known.has(parent) ? parent : undefined;
    inside.set(key, [...(inside.get(key) ?? []), measured]);
  }
  const back = backArrows(
    states.map(({ state }) => state),
    arrows,
  );
  const leaving = new Map<string, number>();
  const entering = new Map<string, number>();
  for (const { id, from, to } of arrows) {
    if (from === to) continue;
    count(leaving, back.has(id) ? to : from);
    count(entering, back.has(id) ? from : to);
  }
  const initial = states.filter(({ state }) => state.isInitial === true);
  return {
    id: 'root',
    layoutOptions: {
      ...rootOptions,
      'elk.direction': direction === 'down' ? 'DOWN' : 'RIGHT',
      // Twice as fast where nothing is nested.
      'elk.hierarchyHandling': inside.size > 1 ? 'INCLUDE_CHILDREN' : 'SEPARATE_CHILDREN',
      // How often it tries for fewer crossings; where there are many, more tries find little and take seconds.
      'elk.layered.thoroughness': arrows.length > 60 ? '2' : '4',
      ...(flow === 'columns' && {
        'elk.layered.wrapping.strategy': 'MULTI_EDGE',
        'elk.aspectRatio': String(aspect),
      }),
    },
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
          sources: [elkId.state(back.has(id) ? to : from)],
          targets: [elkId.state(back.has(id) ? from : to)],
          labels: height === 0 ? [] : [{ text: ' ', width, height, layoutOptions: labelOptions }],
        })),
    ],
  };

  function nodesIn(parent: string | undefined): ElkNode[] {
    return (inside.get(parent) ?? []).flatMap((measured) => {
      const { id, isInitial } = measured.state;
      const start = { id: elkId.start(id), width: 8, height: 8 };
      const ends = Math.max(leaving.get(id) ?? 0, entering.get(id) ?? 0);
      const node = nodeOf(measured, nodesIn(id), direction, ends);
      return isInitial === true ? [start, node] : [node];
    });
  }
}

/** Tokens hang below a state, where arrows may leave behind them. */
const tokenOptions = { 'elk.nodeLabels.placement': '[H_CENTER, V_BOTTOM, OUTSIDE]' };
const labelOptions = { 'elk.edgeLabels.inline': 'true', 'elk.edgeLabels.placement': 'CENTER' };

/** Room between the ends of two arrows on the same side of a state. */
const endGap = { down: 12, right: 10 } as const;

function count(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

function nodeOf(
  { state, width, height }: MeasuredState,
  children: ElkNode[],
  direction: Direction,
  /** How many arrows meet one of its sides. */
  ends: number,
): ElkNode {
  const needed = (ends + 1) * endGap[direction];
  const base = { id: elkId.state(state.id), children };
  const extra = state.tokens === undefined ? 0 : measures.tokenRow;
  if (children.length === 0)
    return {
      ...base,
      width: direction === 'down' ? Math.max(width, needed) : width,
      height: direction === 'right' ? Math.max(height, needed) : height,
      labels:
        extra === 0 ? [] : [{ text: ' ', width: width - 8, height: extra, layoutOptions: tokenOptions }],
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
