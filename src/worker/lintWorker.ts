import { judgeFlow } from '#engine/analysis/lint/judgeFlow';
import { judgedKinds } from '#kinds/judgedKinds';
import type { LintAnswer, LintQuestion } from './LintPort';

self.addEventListener('message', ({ data: { id, doc } }: MessageEvent<LintQuestion>) => {
  const answer: LintAnswer = { id, findings: judgeFlow(doc, judgedKinds) };
  self.postMessage(answer, {});
});
