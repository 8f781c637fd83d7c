import type { ExploreQuestions, ExploreRequest, ExploreResponse } from './exploreMessages';

/** Who hears what a worker that explores says. */
export interface ExploreListener<Q extends keyof ExploreQuestions> {
  respond(response: ExploreResponse<Q>): void;
  fail(reason: string): void;
}

/** Starts a worker on one question. Returns what ends it, after which nothing is heard of it any more. */
export function startExploring<Q extends keyof ExploreQuestions>(
  request: ExploreRequest<Q>,
  listener: ExploreListener<Q>,
): () => void {
  const worker = new Worker(new URL('./exploreWorker.ts', import.meta.url), {
    type: 'module',
    name: 'explore',
  });
  let isEnded = false;
  worker.addEventListener('message', ({ data }: MessageEvent<ExploreResponse<Q>>) => {
    if (!isEnded) listener.respond(data);
  });
  worker.addEventListener('error', ({ message }) => {
    if (!isEnded) listener.fail(message ?? 'The worker failed to start.');
  });
  worker.postMessage(request, []);
  return () => {
    isEnded = true;
    worker.terminate();
  };
}
