import type { RegexNode } from './RegexNode';

/** The names of letters in an expression, each once, in the order in which they appear. */
export function lettersOfRegex(root: RegexNode): readonly string[] {
  const names = new Set<string>();
  const walk = (node: RegexNode): void => {
    if (node.type === 'letters') for (const name of node.names) names.add(name);
    else if (node.type === 'sequence' || node.type === 'choice') for (const part of node.parts) walk(part);
    else if (node.type === 'repeat') walk(node.part);
  };
  walk(root);
  return [...names];
}
