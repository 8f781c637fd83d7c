import { fewestServers } from '#engine/analysis/predict/fewestServers';
import { predictFlow } from '#engine/analysis/predict/predictFlow';
import { rankKnobs } from '#engine/analysis/predict/rankKnobs';
import { simulateFigures, type RunSettings } from '#engine/analysis/predict/simulateFigures';
import { sweep } from '#engine/analysis/predict/sweep';
import type { Task } from '#engine/analysis/predict/Task';
import { judgedKinds } from '#kinds/judgedKinds';
import { runningKinds } from '#kinds/runningKinds';
import type { PredictAnswers, PredictRequest, PredictResponse } from './predictMessages';

const tellEveryMs = 100;

/** A person waits for it: fewer steps than on the command line. */
const settings: RunSettings = { runs: 4, maxSteps: 150_000 };

const post = (response: PredictResponse) => self.postMessage(response, {});

/** Nothing else is asked of this worker: whoever has enough ends it. */
self.addEventListener('message', ({ data }: MessageEvent<PredictRequest>) => {
  const task = taskOf(data);
  let toldMs = performance.now();
  for (;;) {
    const turn = task.next();
    if (turn.done === true) {
      post({ answer: turn.value });
      return;
    }
    const nowMs = performance.now();
    if (nowMs - toldMs < tellEveryMs) continue;
    toldMs = nowMs;
    post({ progress: turn.value });
  }
});

function* taskOf(request: PredictRequest): Task<PredictAnswers[keyof PredictAnswers]> {
  const { doc } = request;
  switch (request.question) {
    case 'prediction':
      return predictFlow(doc, judgedKinds, runningKinds);
    case 'runs':
      return yield* simulateFigures(doc, runningKinds, settings);
    case 'knobs':
      return yield* rankKnobs(doc, judgedKinds, runningKinds, settings);
    case 'fewest':
      return yield* fewestServers(doc, judgedKinds, runningKinds, request.node, request.target, settings);
    case 'sweep': {
      const { parameter, values, figure } = request;
      return yield* sweep(doc, judgedKinds, runningKinds, parameter, values, figure, settings);
    }
    default:
      return request satisfies never;
  }
}
