import type { ObserveRequest, ObserveResponse } from './observeProtocol';
import type { ObserveListener, ObservePort } from './ObserveClient';

/** Starts a worker that watches runs and infers automata. */
export function createObservePort(listener: ObserveListener): ObservePort {
  const worker = new Worker(new URL('./observeWorker.ts', import.meta.url), {
    type: 'module',
    name: 'observe',
  });
  worker.addEventListener('message', ({ data }: MessageEvent<ObserveResponse>) => listener.respond(data));
  worker.addEventListener('error', ({ message }) => listener.fail(message ?? 'The worker failed to start.'));
  return {
    send: (request: ObserveRequest) => worker.postMessage(request, []),
    end: () => worker.terminate(),
  };
}
