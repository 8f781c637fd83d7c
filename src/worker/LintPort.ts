import type { Finding } from '#engine/analysis/lint/judgeFlow';
import type { FlowDoc } from '#engine/model/FlowDoc';

export interface LintQuestion {
  readonly id: number;
  readonly doc: FlowDoc;
}

export interface LintAnswer {
  readonly id: number;
  readonly findings: readonly Finding[];
}

/** The page's end of the worker that judges documents, so that tests can stand in for one. */
export interface LintPort {
  ask(question: LintQuestion): void;
  /** Ends the worker at once; nothing is heard of it any more. */
  end(): void;
}

/** Starts a worker that judges documents. One that fails answers nothing: a flow works without being judged. */
export function createLintPort(onAnswer: (answer: LintAnswer) => void): LintPort {
  const worker = new Worker(new URL('./lintWorker.ts', import.meta.url), { type: 'module', name: 'lint' });
  worker.addEventListener('message', ({ data }: MessageEvent<LintAnswer>) => onAnswer(data));
  return {
    ask: (question) => worker.postMessage(question, []),
    end: () => worker.terminate(),
  };
}
