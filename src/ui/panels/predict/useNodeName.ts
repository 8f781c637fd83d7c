import { useCallback } from 'react';
import { useDocument } from '#ui/store/documentStore';

/** The names of nodes as the document has them now. */
export function useNodeName(): (id: string) => string {
  const nodes = useDocument((state) => state.doc.nodes);
  return useCallback((id) => nodes.find((node) => node.id === id)?.name ?? id, [nodes]);
}
