import type { KeyboardEvent, ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import { useView } from '#ui/store/viewStore';
import { describePlace } from './describePlace';
import styles from './editor.module.css';
import { EditorBar } from './EditorBar';
import { EnlargeButton } from './EnlargeButton';
import { editorKey } from './editorKey';
import { GraphCanvas } from './GraphCanvas';
import graphStyles from './graph.module.css';
import type { EditorProps } from './GraphEditor';
import { InlineField } from './InlineField';
import { performAction } from './performAction';
import { PlaceFields } from './PlaceFields';
import type { PictureLayout } from './PictureLayout';
import { RubberLine } from './RubberLine';
import type { Editing } from './useEditing';
import type { CanvasGesture } from './useGesture';

interface Props extends EditorProps {
  readonly editing: Editing;
  /** Shows it large; without it, it is. */
  readonly onLarge?: () => void;
}

/** The drawing to work on, its bar, and the fields of what is chosen. */
export function EditorBody(props: Props) {
  const { picture, label, letters, editing, onLarge, status } = props;
  const t = useText();
  const singleKeys = useView((state) => state.singleKeys);
  const { place, naming, drawing } = editing;
  const isLarge = onLarge === undefined;
  const gesture: CanvasGesture = {
    canDragFrom: () => true,
    onDrag: (from, at, over) => editing.setDrawing({ from, at, over: over?.id ?? null }),
    onDrop: (from, _, over) => editing.draw(from, over?.id ?? null),
    onCancel: () => editing.setDrawing(null),
    onDouble: (over) => (over === null ? editing.addState() : editing.startNaming(over)),
  };

  const onKey = (event: KeyboardEvent): boolean => {
    const action = editorKey(event, singleKeys, drawing !== null);
    if (action !== null) performAction(action, props);
    return action !== null;
  };
  const overlay = (layout: PictureLayout): ReactNode =>
    drawing === null ? null : <RubberLine layout={layout} drawing={drawing} />;
  return (
    <div className={styles['body']} data-editor data-large={isLarge || undefined}>
      <div className={styles['main']}>
        <EditorBar {...props} />
        <GraphCanvas
          picture={picture}
          label={label}
          place={place}
          onPlace={editing.choose}
          isLarge={isLarge}
          onKey={onKey}
          gesture={gesture}
          overlay={overlay}
          hasMotion
          renderAbove={(placeBox, height) => {
            return naming === null ? null : (
              <InlineField
                key={`${naming.on} ${naming.id}`}
                box={placeBox(naming)}
                beside={naming.on === 'state' ? height : null}
                letters={naming.on === 'arrow' ? letters : []}
                text={textOf(props)}
                label={naming.on === 'arrow' ? t('graph.edit.label') : t('graph.edit.name')}
                onEnd={editing.name}
              />
            );
          }}
          empty={
            <>
              {t('graph.edit.empty')}
              <button type="button" className={styles['first']} onClick={() => editing.addState()}>
                {t('graph.edit.addFirst')}
              </button>
            </>
          }
          tools={
            <>
              <div className={graphStyles['legend']}>{legend()}</div>
              {onLarge !== undefined && <EnlargeButton onClick={onLarge} />}
            </>
          }
        />
        <p className={graphStyles['hidden']} aria-live="polite">
          {sayWhat()}
        </p>
      </div>
      <PlaceFields {...props} />
    </div>
  );

  function legend(): ReactNode {
    return drawing !== null && drawing.at === null ? sayWhat() : (status ?? t('graph.edit.hint'));
  }

  function sayWhat(): string {
    if (drawing !== null && drawing.at === null) {
      const nameOf = (id: string | null) => picture.states.find((state) => state.id === id)?.label ?? '';
      return t('graph.edit.target', { from: nameOf(drawing.from), to: nameOf(drawing.over) });
    }
    return place === null ? '' : describePlace(picture, place, t);
  }
}

function textOf({ picture, editing: { naming }, textOf: own }: Props): string {
  if (naming?.on === 'state') return picture.states.find(({ id }) => id === naming.id)?.label ?? '';
  const arrow = picture.arrows.find(({ id }) => id === naming?.id);
  return arrow === undefined ? '' : (own?.(arrow.id) ?? arrow.lines.join(' '));
}
