import { CirclePlus, MoveRight, Redo2, Trash2, Undo2 } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { redo } from '#ui/commands/redo';
import { undo } from '#ui/commands/undo';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import graphStyles from './graph.module.css';
import type { Editing } from './useEditing';

interface Props {
  readonly editing: Editing;
}

/** What can be done to the drawing, as buttons. */
export function EditorBar({ editing }: Props) {
  const t = useText();
  const canUndo = useDocument((state) => state.undoStack.length > 0);
  const canRedo = useDocument((state) => state.redoStack.length > 0);
  const { place, drawing } = editing;
  const from = place?.on === 'state' ? place.id : null;
  return (
    <div className={graphStyles['bar']} role="toolbar" aria-label={t('graph.edit.bar')}>
      <Tool label={t('graph.edit.addState')} keys="N" onClick={() => editing.addState()} hasText>
        <CirclePlus size={15} aria-hidden />
      </Tool>
      <Tool
        label={t('graph.edit.addArrow')}
        keys="C"
        isPressed={drawing !== null}
        isDisabled={from === null}
        onClick={(event) => {
          editing.setDrawing(drawing === null && from !== null ? { from, at: null, over: from } : null);
          // The target is chosen in the drawing, with keys as well.
          const editor = event.currentTarget.closest('[data-editor]');
          editor?.querySelector<HTMLElement>('[role="application"]')?.focus();
        }}
        hasText
      >
        <MoveRight size={15} aria-hidden />
      </Tool>
      <Tool label={t('graph.edit.remove')} keys="Delete" isDisabled={place === null} onClick={editing.remove}>
        <Trash2 size={15} aria-hidden />
      </Tool>
      <Tool
        label={t('editor.cmd.undo')}
        keys="Ctrl+Z"
        isDisabled={!canUndo}
        onClick={() => void undo.perform()}
      >
        <Undo2 size={15} aria-hidden />
      </Tool>
      <Tool
        label={t('editor.cmd.redo')}
        keys="Ctrl+Y"
        isDisabled={!canRedo}
        onClick={() => void redo.perform()}
      >
        <Redo2 size={15} aria-hidden />
      </Tool>
    </div>
  );
}

interface ToolProps {
  readonly label: string;
  readonly keys?: string;
  readonly hasText?: boolean;
  readonly isPressed?: boolean;
  readonly isDisabled?: boolean;
  readonly onClick: (event: MouseEvent) => void;
  readonly children: ReactNode;
}

function Tool({ label, keys, hasText = false, isPressed, isDisabled = false, onClick, children }: ToolProps) {
  return (
    <button
      type="button"
      className={graphStyles['tool']}
      aria-label={label}
      aria-pressed={isPressed}
      title={keys === undefined ? label : `${label} (${keys})`}
      disabled={isDisabled}
      onClick={onClick}
    >
      {children}
      {hasText && <span>{label}</span>}
    </button>
  );
}
