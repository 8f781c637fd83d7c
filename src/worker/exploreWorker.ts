import { Check } from '#engine/analysis/explore/Check';
import { runningKinds } from '#kinds/runningKinds';
import type { ExploreRequest, ExploreResponse } from './exploreMessages';

/** Configurations between two looks at the clock, and how often the page is told. */
const chunk = 500;
const tellEveryMs = 100;

const post = (response: ExploreResponse) => self.postMessage(response, {});

/** Nothing else is asked of this worker, so that it need not listen while it explores: whoever has enough ends it. */
self.addEventListener('message', ({ data }: MessageEvent<ExploreRequest>) => {
  const check = Check.of(data.doc, runningKinds, data.property, data.settings);
  if ('problem' in check) {
    post({ problem: check.problem });
    return;
  }
  let toldMs = performance.now();
  while (!check.isOver) {
    check.advance(chunk);
    const nowMs = performance.now();
    if (nowMs - toldMs < tellEveryMs) continue;
    toldMs = nowMs;
    post({ progress: check.progress });
  }
  post({ result: check.answer() });
});
