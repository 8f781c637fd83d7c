import { create } from 'zustand';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { PredictAnswers, PredictRequest } from '#worker/predictMessages';
import { startPredicting } from '#worker/startPredicting';

/** What can be asked, and what is asked in full. */
export type PredictQuestion = keyof PredictAnswers;
export type AskedPrediction = PredictRequest;

/** One question: how far its answer is, and about which document. */
export interface Asked<A> {
  readonly status: 'idle' | 'working' | 'done' | 'cancelled' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly answer: A | null;
  readonly doc: FlowDoc | null;
  readonly problem: string;
}

type AskedAll = { readonly [Q in PredictQuestion]: Asked<PredictAnswers[Q]> };

interface PredictState extends AskedAll {
  /** Asks a question; what was under way for the same one is ended. The last answer stays until there is another. */
  readonly ask: (request: PredictRequest) => void;
  readonly cancel: (question: PredictQuestion) => void;
}

const idle = { status: 'idle', share: 0, answer: null, doc: null, problem: '' } as const;

const ends = new Map<PredictQuestion, () => void>();

/** What is predicted, each question in a worker of its own that lives as long as the question. */
export const usePredict = create<PredictState>((set, get) => ({
  prediction: idle,
  runs: idle,
  knobs: idle,
  fewest: idle,
  sweep: idle,

  ask(request) {
    const { question, doc } = request;
    ends.get(question)?.();
    const change = (now: Partial<Asked<unknown>>) =>
      // Answers come under the name of their question: the worker gives each its own.
      set({ [question]: { ...get()[question], ...now } } as Partial<PredictState>);
    change({ status: 'working', share: 0, problem: '' });
    const end = startPredicting(request, {
      respond(response) {
        if ('progress' in response) {
          const { done, total } = response.progress;
          change({ share: total > 0 ? Math.min(1, done / total) : 0 });
        } else change({ status: 'done', share: 1, answer: response.answer, doc });
      },
      fail(reason) {
        change({ status: 'failed', problem: reason });
      },
    });
    ends.set(question, end);
  },

  cancel(question) {
    ends.get(question)?.();
    if (get()[question].status !== 'working') return;
    set({ [question]: { ...get()[question], status: 'cancelled' } } as Partial<PredictState>); // As above.
  },
}));
