import type { FlowDoc } from '#engine/model/FlowDoc';
import { createLintPort, type LintAnswer, type LintPort } from '#worker/LintPort';
import { useDocument } from './documentStore';
import { showFindings } from './lintStore';

/** The first look waits until the page is there and plays, the others until a gesture rests. */
const firstMs = 1_500;
const restMs = 350;

type CreatePort = (onAnswer: (answer: LintAnswer) => void) => LintPort;

/** Judges the document of the document store, and every later one, in a worker. Returns what ends it. */
export function startLint(createPort: CreatePort = createLintPort): () => void {
  let port: LintPort | null = null;
  let asked: { readonly id: number; readonly doc: FlowDoc } = { id: 0, doc: useDocument.getState().doc };
  const ask = () => {
    port ??= createPort(({ id, findings }) => {
      if (id === asked.id) showFindings(asked.doc, findings);
    });
    asked = { id: asked.id + 1, doc: useDocument.getState().doc };
    port.ask(asked);
  };
  let timer = setTimeout(ask, firstMs);
  const forget = useDocument.subscribe((now, before) => {
    if (now.doc === before.doc) return;
    clearTimeout(timer);
    timer = setTimeout(ask, port === null ? firstMs : restMs);
  });
  return () => {
    clearTimeout(timer);
    forget();
    port?.end();
  };
}
