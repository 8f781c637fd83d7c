import { create } from 'zustand';
import type { OrdersAnswer } from '#engine/analysis/explore/orders/answerOrders';
import type { OrdersView } from '#engine/analysis/explore/orders/BusOrders';
import type { ExploreProgress } from '#engine/analysis/explore/ExploreProgress';
import { usualSettings } from '#engine/analysis/explore/settings';
import type { Automaton } from '#engine/automata/Automaton';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { problemMessage } from '#engine/model/problemMessage';
import { startExploring } from '#worker/startExploring';
import { useDocument } from './documentStore';

/** Which orders are asked about: of a bus by its id, in one view, with at most so many events of each source. */
export interface OrdersQuestion extends OrdersView {
  readonly bus: string;
  /** Null for what is usual. */
  readonly events: number | null;
}

/** All orders of a bus as they were found. */
interface KnownOrders {
  readonly question: OrdersQuestion;
  /** The document that they were found in, and which of those that were opened it is a state of. */
  readonly doc: FlowDoc;
  readonly opened: string;
  readonly automaton: Automaton;
}

interface OrdersState {
  readonly status: 'idle' | 'exploring' | 'done' | 'cancelled' | 'failed';
  /** What was asked last, and of which document. */
  readonly question: OrdersQuestion | null;
  readonly doc: FlowDoc | null;
  readonly opened: string;
  readonly progress: ExploreProgress | null;
  /** Configurations a second. */
  readonly perSecond: number;
  readonly answer: OrdersAnswer | null;
  readonly problem: string;
  /** The last whole answer, to be compared with what comes after a change. */
  readonly known: KnownOrders | null;
  /** Explores the document on the canvas; what was under way is ended. */
  readonly find: (question: OrdersQuestion) => void;
  readonly cancel: () => void;
}

let endWorker: () => void = () => undefined;

/** Finding all orders of a bus, in a worker of its own that lives as long as the question. */
export const useOrders = create<OrdersState>((set, get) => ({
  status: 'idle',
  question: null,
  doc: null,
  opened: '',
  progress: null,
  perSecond: 0,
  answer: null,
  problem: '',
  known: null,

  find(question) {
    endWorker();
    const { doc, id: opened } = useDocument.getState();
    const before = earlier(get().known, { question, doc, opened });
    set({
      status: 'exploring',
      question,
      doc,
      opened,
      progress: null,
      perSecond: 0,
      answer: null,
      problem: '',
    });
    const startMs = performance.now();
    endWorker = startExploring(
      {
        question: 'orders',
        doc,
        bus: doc.nodes.findIndex(({ id }) => id === question.bus),
        view: { order: question.order, isPerKey: question.isPerKey },
        before,
        settings: { ...usualSettings, events: question.events },
      },
      {
        respond(response) {
          if ('progress' in response) {
            const { progress } = response;
            const seconds = (performance.now() - startMs) / 1000;
            set({ progress, perSecond: Math.round(progress.configurations / seconds) });
            return;
          }
          endWorker();
          if ('problem' in response) {
            set({ status: 'failed', problem: problemMessage(response.problem) });
            return;
          }
          const { result: answer } = response;
          const { automaton, stopped, progress } = answer;
          const isWhole = automaton !== null && stopped === null;
          const known = isWhole ? { question, doc, opened, automaton } : get().known;
          set({ status: 'done', answer, progress, known });
        },
        fail(reason) {
          endWorker();
          set({ status: 'failed', problem: reason });
        },
      },
    );
  },

  cancel() {
    endWorker();
    if (get().status === 'exploring') set({ status: 'cancelled' });
  },
}));

/** All orders that were found last, where they are those of this bus of the open document. */
export function knownOrders(bus: string | null): KnownOrders | null {
  const { known } = useOrders.getState();
  return known?.question.bus === bus && known.opened === useDocument.getState().id ? known : null;
}

/** What is known of the same view from before a change of the same document. */
function earlier(
  known: KnownOrders | null,
  { question, doc, opened }: Omit<KnownOrders, 'automaton'>,
): Automaton | null {
  if (known === null || known.doc === doc || known.opened !== opened) return null;
  const { bus, order, isPerKey } = known.question;
  const isSame = bus === question.bus && order === question.order && isPerKey === question.isPerKey;
  return isSame ? known.automaton : null;
}
