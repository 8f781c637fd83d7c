import { useText } from '#ui/i18n/useText';
import type { PictureArrow } from './AutomatonPicture';
import type { EditorProps } from './GraphEditor';
import styles from './editor.module.css';
import { LabelInput } from './LabelInput';
import { Select } from './Select';

interface Props extends EditorProps {
  readonly arrow: PictureArrow;
}

/** A transition: its label and its two ends. */
export function ArrowFields({ picture, edits, letters, textOf, arrow }: Props) {
  const t = useText();
  const { redirectArrow } = edits;
  const options = picture.states.map((state): readonly [string, string] => [state.id, state.label]);
  const nameOf = (id: string) => picture.states.find((state) => state.id === id)?.label ?? id;
  return (
    <>
      <LabelInput
        label={t('graph.edit.label')}
        value={textOf?.(arrow.id) ?? arrow.lines.join(' ')}
        letters={letters}
        onCommit={(text) => edits.relabelArrow(arrow.id, text)}
      />
      {redirectArrow === undefined ? (
        <p className={styles['ends']}>
          {nameOf(arrow.from)} → {nameOf(arrow.to)}
        </p>
      ) : (
        <>
          <Select
            label={t('graph.edit.from')}
            value={arrow.from}
            options={options}
            onChange={(from) => redirectArrow(arrow.id, from, arrow.to)}
          />
          <Select
            label={t('graph.edit.to')}
            value={arrow.to}
            options={options}
            onChange={(to) => redirectArrow(arrow.id, arrow.from, to)}
          />
        </>
      )}
    </>
  );
}
