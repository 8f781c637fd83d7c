import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';

/** Selects a node or wire and goes to its form in the inspector, which may have to come up first. */
export function openInspector(id: string): void {
  const { select, showInspector } = useView.getState();
  const isNode = useDocument.getState().doc.nodes.some((node) => node.id === id);
  select(isNode ? { nodes: [id] } : { wires: [id] });
  showInspector('setup');
  let patience = 60;
  const focus = () => {
    const first = document.querySelector<HTMLElement>('[data-part="inspector"] :is(input, select, button)');
    if (first !== null) first.focus();
    else if ((patience -= 1) > 0) requestAnimationFrame(focus);
  };
  requestAnimationFrame(focus);
}
