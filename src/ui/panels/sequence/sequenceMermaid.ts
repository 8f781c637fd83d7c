import type { SequenceModel } from './SequenceModel';

/** What the diagram says in words. */
export interface SequenceWords {
  readonly node: (index: number) => string;
  /** What is written on a message. */
  readonly label: (message: SequenceModel['messages'][number]) => string;
}

/** The diagram in the language of Mermaid, which renders it. */
export function sequenceMermaid({ nodes, messages }: SequenceModel, words: SequenceWords): string {
  const participants = nodes.map((node) => `  participant n${node} as ${escaped(words.node(node))}`);
  const lines = messages.map((message) => {
    const { what, from, to, isCall } = message;
    const label = escaped(words.label(message));
    if (what === 'fact') return `  Note over n${from}: ${label}`;
    // Its solid head stands for a call, its open one for a message that nobody waits with.
    const arrow = what === 'answer' ? '-->>' : isCall ? '->>' : '-)';
    return `  n${from}${arrow}n${to}: ${label}`;
  });
  return ['sequenceDiagram', ...participants, ...lines, ''].join('\n');
}

/** Mermaid ends a statement at a semicolon, and begins a code of a character with a number sign. */
function escaped(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replace(/(?<!#35);/g, '#59;')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
