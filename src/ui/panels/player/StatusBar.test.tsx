// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { kinds } from '#kinds/index';
import { runningKinds } from '#kinds/runningKinds';
import { parseFlow } from '#engine/model/parseFlow';
import { planFlow } from '#engine/runtime/FlowPlan';
import { frameOf } from '#engine/runtime/frames';
import { Simulation } from '#engine/runtime/Simulation';
import { useRun } from '#ui/store/runStore';
import { StatusBar } from './StatusBar';

test('events that wait and events that are worked on are told apart from those on wires', () => {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  const events = Array.from({ length: 5 }, () => ({ atMs: 0, type: 't', key: 'k' }));
  const parsed = parseFlow(
    {
      busbar: 1,
      name: 'Test',
      eventTypes: [{ id: 't', name: 'T' }],
      nodes: [
        {
          id: 'p',
          kind: 'publisher',
          name: 'P',
          x: 0,
          y: 0,
          settings: { generation: 'script', script: events },
        },
        { id: 'b', kind: 'bus', name: 'B', x: 0, y: 0 },
        { id: 'h', kind: 'handler', name: 'H', x: 0, y: 0, settings: { workers: 2 } },
      ],
      wires: [
        { id: 'v', from: { node: 'p', port: 'out' }, to: { node: 'b', port: 'in' } },
        { id: 'w', from: { node: 'b', port: 'out' }, to: { node: 'h', port: 'in' } },
      ],
    },
    kinds,
  );
  if (!parsed.ok) throw new Error(parsed.problems[0]?.code);
  const simulation = new Simulation(planFlow(parsed.value, runningKinds));
  while (simulation.nextTimeUs() === 0) simulation.step();
  useRun.setState({ doc: parsed.value, frame: frameOf(simulation) });
  const place = document.body.appendChild(document.createElement('div'));
  act(() => createRoot(place).render(<StatusBar />));
  expect(place.textContent).toContain('3 queued');
  expect(place.textContent).toContain('2 at work');
  expect(place.textContent).toContain('0 on wires');
});
