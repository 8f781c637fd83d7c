import { ViewportPortal } from '@xyflow/react';
import { useRef, useState, type CSSProperties, type KeyboardEvent, type RefObject } from 'react';
import type { FlowNode } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { faceOf, sizeOf } from './faceOf';
import styles from './RenameField.module.css';

const longestName = 80;

/** A text field over the node that is being renamed. It lies beside the faces, because those are pictures. */
export function RenameField({ root }: { readonly root: RefObject<HTMLDivElement | null> }) {
  const id = useView((state) => state.renaming);
  const node = useDocument((state) =>
    id === null ? undefined : state.doc.nodes.find((one) => one.id === id),
  );
  if (node === undefined) return null;
  return (
    <ViewportPortal>
      <Field key={node.id} node={node} onLeave={() => root.current?.focus({ preventScroll: true })} />
    </ViewportPortal>
  );
}

interface FieldProps {
  readonly node: FlowNode;
  readonly onLeave: () => void;
}

function Field({ node, onLeave }: FieldProps) {
  const t = useText();
  const [name, setName] = useState(node.name);
  const isLeft = useRef(false);
  const close = () => {
    isLeft.current = true;
    useView.getState().startRenaming(null);
  };

  const commit = () => {
    // Leaving takes the focus away, which must not save what was given up, nor save twice.
    if (isLeft.current) return;
    const next = name.trim();
    if (next !== '' && next !== node.name) {
      useDocument.getState().edit('editor.edit.rename', { name: node.name }, (draft) => {
        const found = draft.nodes.find((one) => one.id === node.id);
        if (found !== undefined) found.name = next;
      });
    }
    close();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
    event.preventDefault();
    if (event.key === 'Enter') commit();
    else close();
    onLeave();
  };

  return (
    <input
      className={`nodrag nopan nokey ${styles['field']}`}
      style={placeOf(node, name)}
      aria-label={t('canvas.rename')}
      value={name}
      maxLength={longestName}
      ref={selectAll}
      onChange={(event) => setName(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={commit}
    />
  );
}

/** Over the name: that of a frame stands above its edge and is no wider than its text. */
function placeOf(node: FlowNode, name: string): CSSProperties {
  if (faceOf(node)?.isFrame === true) {
    return {
      transform: `translate(${node.x}px, ${node.y - 44}px)`,
      width: `max(150px, ${name.length + 6}ch)`,
    };
  }
  return { transform: `translate(${node.x}px, ${node.y}px)`, width: Math.max(150, sizeOf(node).width) };
}

/** Ready for typing a new name as soon as it is there. */
function selectAll(field: HTMLInputElement | null): void {
  if (field === null || document.activeElement === field) return;
  field.focus({ preventScroll: true });
  field.select();
}
