import type { Request, Response } from './protocol';

/** The page's end of a worker: what the client needs of it, so that tests can stand in for one. */
export interface RunPort {
  send(request: Request): void;
  /** Ends the worker at once; nothing is heard of it any more. */
  end(): void;
}

/** Who hears what a worker says. */
export interface RunListener {
  respond(response: Response): void;
  fail(reason: string): void;
}

/** Starts a worker that computes runs. */
export function createRunPort(listener: RunListener): RunPort {
  const worker = new Worker(new URL('./runWorker.ts', import.meta.url), { type: 'module', name: 'run' });
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => listener.respond(data));
  worker.addEventListener('error', ({ message }) => listener.fail(message ?? 'The worker failed to start.'));
  return {
    send: (request) => worker.postMessage(request, []),
    end: () => worker.terminate(),
  };
}
