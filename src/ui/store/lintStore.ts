import { create } from 'zustand';
import type { Finding } from '#engine/analysis/lint/judgeFlow';
import type { FlowDoc } from '#engine/model/FlowDoc';

interface LintState {
  /** The document that was judged; null before the first was. */
  readonly doc: FlowDoc | null;
  readonly findings: readonly Finding[];
  /** How many warnings, hints not counted, are about a node or a wire, by its id. */
  readonly warned: ReadonlyMap<string, number>;
}

/** What the document on the canvas is warned of; it follows the document a moment later. */
export const useLint = create<LintState>(() => ({ doc: null, findings: [], warned: new Map() }));

/** Puts down what was found in a document. */
export function showFindings(doc: FlowDoc, findings: readonly Finding[]): void {
  const warned = new Map<string, number>();
  for (const { severity, nodes, wires } of findings) {
    if (severity !== 'warning') continue;
    // The first node is the one to look at; marking every other one would mark half of the flow.
    for (const id of [...nodes.slice(0, 1), ...wires]) warned.set(id, (warned.get(id) ?? 0) + 1);
  }
  useLint.setState({ doc, findings, warned });
}
