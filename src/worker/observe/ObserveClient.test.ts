import type { Observed } from '#engine/analysis/observed/Observed';
import { expect, test } from 'vitest';
import { ObserveClient, type ObserveListener } from './ObserveClient';
import type { ObserveRequest, RunObservation, RunSource } from './observeProtocol';

// Nobody looks into them here.
const source = {} as RunSource;
const observed = {} as Observed;
const observation: RunObservation = { observed, steps: 3, isComplete: true };

function start() {
  const ports: { readonly listener: ObserveListener; readonly sent: ObserveRequest[]; isEnded: boolean }[] =
    [];
  const client = new ObserveClient((listener) => {
    const port = { listener, sent: [] as ObserveRequest[], isEnded: false };
    ports.push(port);
    return {
      send: (request) => port.sent.push(request),
      end: () => {
        port.isEnded = true;
      },
    };
  });
  return { client, ports };
}

test('one worker serves all who watch, each hears of their own, and it ends with the last', () => {
  const { client, ports } = start();
  const heard: string[] = [];
  const listener = (name: string) => ({
    observe: ({ steps }: RunObservation) => heard.push(`${name} ${steps}`),
    fail: () => heard.push(`${name} failed`),
  });
  const one = client.watch(source, 5, listener('one'));
  const other = client.watch(source, 5, listener('other'));
  const [port] = ports;
  port?.listener.respond({ id: 2, tells: 'observation', value: observation });
  one.extend(9);
  one.end();
  port?.listener.respond({ id: 1, tells: 'observation', value: observation });
  expect(heard).toEqual(['other 3']);
  expect(port?.sent.map(({ ask, id }) => `${ask} ${id}`)).toEqual(['watch 1', 'watch 2', 'reach 1', 'end 1']);
  expect(port?.isEnded).toBe(false);
  other.end();
  expect([ports.length, port?.isEnded]).toEqual([1, true]);
});

test('a worker that fails is told to all who wait, and the next question starts another', async () => {
  const { client, ports } = start();
  const failures: string[] = [];
  client.watch(source, 5, { observe: () => undefined, fail: (reason) => failures.push(reason) });
  const inference = client.infer(observed, 2);
  ports[0]?.listener.fail('out of memory');
  await expect(inference).rejects.toThrow('out of memory');
  expect(failures).toEqual(['out of memory']);
  expect(ports[0]?.isEnded).toBe(true);
  const again = client.infer(observed, 2);
  ports[1]?.listener.respond({ id: 3, tells: 'inference', value: { ok: false, limit: 'states', max: 1 } });
  await expect(again).resolves.toEqual({ ok: false, limit: 'states', max: 1 });
});
