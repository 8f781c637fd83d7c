import { create } from 'zustand';
import { usualSettings, type CheckSettings } from '#engine/analysis/explore/settings';
import type { ExploreProgress } from '#engine/analysis/explore/ExploreProgress';
import type { PropertyRequest } from '#engine/analysis/explore/Property';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { Problem } from '#engine/model/Problem';
import type { ExplorationAnswer } from '#engine/analysis/explore/Exploration';
import type { ExploreRequest } from '#worker/exploreMessages';
import { startExploring } from '#worker/startExploring';
import { useDocument } from './documentStore';
import { showFoundRun } from './showFoundRun';

interface ExploreData {
  /** `left`: another flow was opened while it explored. */
  readonly status: 'idle' | 'exploring' | 'done' | 'cancelled' | 'failed' | 'left';
  readonly progress: ExploreProgress | null;
  /** Configurations a second. */
  readonly perSecond: number;
  readonly result: ExplorationAnswer | null;
  /** What is wrong with the question. */
  readonly problem: Problem | null;
  /** Why it could not be looked into at all; empty where it could. */
  readonly failure: string;
  /** What was asked. */
  readonly request: PropertyRequest | null;
  /** The document that the answer is about. */
  readonly asked: FlowDoc | null;
  /** The document with the run that was found, once that is shown. */
  readonly shown: FlowDoc | null;
}

interface ExploreState extends ExploreData {
  /** Explores the document on the canvas; what was under way is ended. */
  readonly explore: (property: PropertyRequest, settings?: Partial<CheckSettings>) => void;
  readonly cancel: () => void;
  /** Puts a run that was found into the document and goes to its beginning: the one that breaks it, or the other one. */
  readonly showFound: (which?: 'counterexample' | 'other') => void;
}

const nothing: ExploreData = {
  status: 'idle',
  progress: null,
  perSecond: 0,
  result: null,
  problem: null,
  failure: '',
  request: null,
  asked: null,
  shown: null,
};

let endWorker: () => void = () => undefined;
let endWatch: () => void = () => undefined;

/** Exploring every order, in a worker of its own that lives as long as the question. */
export const useExplore = create<ExploreState>((set, get) => ({
  ...nothing,

  explore(property, settings = {}) {
    end();
    const { doc } = useDocument.getState();
    set({ ...nothing, status: 'exploring', asked: doc, request: property });
    endWatch = endWithDocument();
    const startMs = performance.now();
    const request: ExploreRequest<'check'> = {
      question: 'check',
      doc,
      property,
      settings: { ...usualSettings, ...settings },
    };
    endWorker = startExploring(request, {
      respond(response) {
        if ('progress' in response) {
          const { configurations } = response.progress;
          const seconds = (performance.now() - startMs) / 1000;
          set({ progress: response.progress, perSecond: Math.round(configurations / seconds) });
          return;
        }
        end();
        if ('problem' in response) set({ status: 'failed', problem: response.problem });
        else set({ status: 'done', result: response.result, progress: response.result.progress });
      },
      fail(reason) {
        end();
        set({ status: 'failed', failure: reason });
      },
    });
  },

  cancel() {
    end();
    if (get().status === 'exploring') set({ status: 'cancelled' });
  },

  showFound(which = 'counterexample') {
    const found = get().result?.[which];
    if (found === undefined || found === null) return;
    set({ shown: showFoundRun(found) });
  },
}));

/** What is known of one flow says nothing of another one that is opened. */
function endWithDocument(): () => void {
  endWatch();
  return useDocument.subscribe((now, before) => {
    if (now.id === before.id) return;
    end();
    endWatch();
    useExplore.setState({
      ...nothing,
      status: useExplore.getState().status === 'exploring' ? 'left' : 'idle',
    });
  });
}

function end(): void {
  endWorker();
  endWorker = () => undefined;
}
