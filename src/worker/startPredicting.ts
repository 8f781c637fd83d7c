import type { PredictRequest, PredictResponse } from './predictMessages';

/** Who hears what a worker that predicts says. */
export interface PredictListener {
  respond(response: PredictResponse): void;
  fail(reason: string): void;
}

/** Starts a worker on one question. Returns what ends it, after which nothing is heard of it any more. */
export function startPredicting(request: PredictRequest, listener: PredictListener): () => void {
  const worker = new Worker(new URL('./predictWorker.ts', import.meta.url), {
    type: 'module',
    name: 'predict',
  });
  let isEnded = false;
  worker.addEventListener('message', ({ data }: MessageEvent<PredictResponse>) => {
    if (isEnded) return;
    if ('answer' in data) {
      isEnded = true;
      worker.terminate();
    }
    listener.respond(data);
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
