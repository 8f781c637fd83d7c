import { gauge, measure, type GaugeName, type Measure } from '#engine/model/measures';
import { serversOf, workCounterOf } from '#engine/runtime/report';
import type { Simulation } from '#engine/runtime/Simulation';

/**
 * One mean of a run's report, as a ratio of two sums that only grow: waiting time over waits, events over time. So its
 * value in any part of a run is the ratio of what the sums grew by there.
 */
export interface MeanFigure {
  readonly of: 'node' | 'wire' | 'eventType';
  /** The id of that node, wire or event type. */
  readonly id: string;
  /** The path in its part of the report, such as `wait.meanUs`. */
  readonly figure: string;
  readonly top: (simulation: Simulation, timeUs: number) => number;
  /** Null for averages over time: below stands the time itself. */
  readonly bottom: ((simulation: Simulation) => number) | null;
}

/** Both sums of a figure up to a time that the run has reached. */
export function sumsOf(
  figure: MeanFigure,
  simulation: Simulation,
  timeUs: number,
): readonly [number, number] {
  return [figure.top(simulation, timeUs), figure.bottom === null ? timeUs : figure.bottom(simulation)];
}

/** Whether what a figure is about ever happened, by its sums. */
export function hasHappened(figure: MeanFigure, top: number, bottom: number): boolean {
  return (figure.bottom === null ? top : bottom) > 0;
}

/** Every mean figure of a run's report, in its order. */
export function meanFigures(simulation: Simulation): readonly MeanFigure[] {
  const { doc, nodes } = simulation.plan;
  return [
    ...nodes.flatMap(({ id, kind }, node) => (kind.runs ? figuresOfNode(simulation, id, node) : [])),
    ...doc.wires.map(({ id }, wire): MeanFigure => {
      const top = (run: Simulation) => run.counters.wire(wire).arrived * 1e6;
      return { of: 'wire', id, figure: 'throughputPerSecond', top, bottom: null };
    }),
    ...doc.eventTypes.flatMap(({ id }, type) => figuresOfType(id, type)),
  ];
}

function figuresOfNode(simulation: Simulation, id: string, node: number): readonly MeanFigure[] {
  const servers = serversOf(simulation, node);
  const workOf = workCounterOf(simulation, node);
  const figureOf = (figure: string, parts: Pick<MeanFigure, 'top' | 'bottom'>): MeanFigure => ({
    of: 'node',
    id,
    figure,
    ...parts,
  });
  const level = (what: GaugeName, share: number) => ({
    top: (run: Simulation, timeUs: number) => run.metrics.areaOf(node, gauge[what], timeUs) / share,
    bottom: null,
  });
  const duration = (what: Measure) => ({
    top: (run: Simulation) => run.metrics.sumUsOf(node, what),
    bottom: (run: Simulation) => run.metrics.countOf(node, what),
  });
  return [
    figureOf('throughputPerSecond', { top: (run) => workOf(run) * 1e6, bottom: null }),
    // With so many servers the mean number at work says nothing that their utilisation does not.
    servers === null
      ? figureOf('busy.mean', level('busy', 1))
      : figureOf('utilisation', level('busy', servers)),
    figureOf('queue.mean', level('queue', 1)),
    figureOf('door.mean', level('door', 1)),
    figureOf('wait.meanUs', duration(measure.wait)),
    figureOf('service.meanUs', duration(measure.service)),
    figureOf('response.meanUs', duration(measure.response)),
  ];
}

function figuresOfType(id: string, type: number): readonly MeanFigure[] {
  return [
    {
      of: 'eventType',
      id,
      figure: 'throughputPerSecond',
      top: ({ metrics }) => metrics.typeCountOf(type) * 1e6,
      bottom: null,
    },
    {
      of: 'eventType',
      id,
      figure: 'lifetime.meanUs',
      top: ({ metrics }) => metrics.typeSumUsOf(type),
      bottom: ({ metrics }) => metrics.typeCountOf(type),
    },
  ];
}
