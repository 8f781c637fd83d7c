import { create } from 'zustand';
import { comparedBranchOf } from '#engine/model/branches';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { newDocument } from '#engine/model/newDocument';
import { RunClient } from '#worker/RunClient';
import { createRunPort, type RunListener, type RunPort } from '#worker/RunPort';
import { useDocument } from './documentStore';
import type { ShownRun, ShownRunStore } from './shownRun';

interface CompareState extends ShownRun {
  /** What stopped the machinery (not the flow), in English, or null. */
  readonly error: string | null;
}

const nothing: CompareState = {
  doc: newDocument('-'),
  summary: null,
  isComplete: false,
  generation: 0,
  ask: () => Promise.reject(new Error('Nothing is compared.')),
  error: null,
};

/** The run that the one of the document is compared with; generation 0 while there is none. */
export const useCompare = create<CompareState>(() => nothing);

/** For the views of a run that are to show it. */
export const comparedRun: ShownRunStore = {
  getState: () => useCompare.getState(),
  subscribe: (listener) => useCompare.subscribe(listener),
};

/** How many were shown: generations are never used twice, so that no answer is taken for one about another run. */
let runs = 0;

let users = 0;
let stopComparing: () => void = () => undefined;

/**
 * Runs the branch that the document is compared with, in a worker of its own, and every later one. Returns what ends it.
 * Whoever looks at that run may call it: one worker serves all, until the last has ended it.
 */
export function startComparing(createPort: (listener: RunListener) => RunPort = createRunPort): () => void {
  users += 1;
  if (users === 1) stopComparing = start(createPort);
  let isStarted = true;
  return () => {
    if (!isStarted) return;
    isStarted = false;
    users -= 1;
    if (users === 0) stopComparing();
  };
}

function start(createPort: (listener: RunListener) => RunPort): () => void {
  const client = new RunClient(createPort);
  let loaded: FlowDoc | null = null;
  let isLoading = false;
  client.onProgress = ({ summary, isComplete }) => {
    // Until the new run is there, it is about the one before.
    if (!isLoading) useCompare.setState({ summary, isComplete });
  };
  const load = async (flow: FlowDoc | null) => {
    if (flow === loaded) return;
    loaded = flow;
    if (flow === null) {
      useCompare.setState(nothing);
      return;
    }
    isLoading = true;
    try {
      await client.ask('load', flow);
      if (loaded !== flow) return;
      isLoading = false;
      const ask: ShownRun['ask'] = (question, ...values) => client.ask(question, ...values);
      runs += 1;
      useCompare.setState({ ...nothing, doc: flow, generation: runs, ask });
    } catch (error) {
      if (loaded === flow) useCompare.setState({ ...nothing, error: String(error) });
    }
  };
  const follow = () => void load(comparedBranchOf(useDocument.getState().doc)?.flow ?? null);
  const forget = useDocument.subscribe(follow);
  follow();
  return () => {
    forget();
    loaded = null;
    client.stop();
    useCompare.setState(nothing);
  };
}
