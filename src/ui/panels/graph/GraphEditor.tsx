import { useRef, useState, type ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import type { AutomatonPicture, StateForm } from './AutomatonPicture';
import styles from './editor.module.css';
import { EditorBody } from './EditorBody';
import { GraphDialog } from './GraphDialog';
import { GraphTable } from './GraphTable';
import graphStyles from './graph.module.css';
import type { GraphEdits } from './GraphEdits';
import { useEditing } from './useEditing';
import type { Place } from './walkPicture';

export interface EditorProps {
  readonly picture: AutomatonPicture;
  /** What automaton it is: its accessible name and the title of the large view. */
  readonly label: string;
  readonly edits: GraphEdits;
  /** Labels that a transition is likely to have, such as the event types of the bus; others can be typed. */
  readonly letters: readonly string[];
  /** The text of a transition as it is edited; its lines if not given. */
  readonly textOf?: (arrow: string) => string;
  /** What states can be, if `changeForm` is there. */
  readonly forms?: readonly StateForm[];
  /** More to set about what is chosen: below its fields. */
  readonly slot?: (place: Place) => ReactNode;
  /** Stands in the bar: what is wrong with the automaton, or how large it is. */
  readonly status?: ReactNode;
}

/**
 * Any automaton as a graph, to draw: states by double-click, button or key; transitions by dragging from state to state,
 * by choosing two states, or in the form of a state; names and labels in place. It works with mouse, finger and keyboard
 * alone. Undo is the document's.
 *
 *     <GraphEditor picture={pictureOf(value)} label={…} letters={names} edits={editsOf(value, onChange)} />
 */
export function GraphEditor(props: EditorProps) {
  const t = useText();
  const [isLarge, setLarge] = useState(false);
  const editing = useEditing(props);
  const host = useRef<HTMLDivElement>(null);
  const close = () => {
    setLarge(false);
    // The button that the focus came from was away in the meantime.
    requestAnimationFrame(() => host.current?.querySelector<HTMLElement>('[data-enlarge]')?.focus());
  };
  return (
    <div ref={host} className={graphStyles['graph']}>
      {isLarge ? (
        <p className={styles['elsewhere']}>{t('graph.edit.elsewhere')}</p>
      ) : (
        <EditorBody {...props} editing={editing} onLarge={() => setLarge(true)} />
      )}
      <details className={graphStyles['details']}>
        <summary>{t('graph.asTable')}</summary>
        <GraphTable picture={props.picture} />
      </details>
      {isLarge && (
        <GraphDialog title={props.label} onClose={close}>
          <EditorBody {...props} editing={editing} />
        </GraphDialog>
      )}
    </div>
  );
}
