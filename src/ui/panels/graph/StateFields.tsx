import { useText } from '#ui/i18n/useText';
import { NameInput } from '#ui/panels/inspector/NameInput';
import { ancestorsOf } from './ancestorsOf';
import type { PictureState, StateForm } from './AutomatonPicture';
import styles from './editor.module.css';
import type { EditorProps } from './GraphEditor';
import { NewArrow } from './NewArrow';
import { Select } from './Select';
import type { Editing } from './useEditing';

interface Props extends EditorProps {
  readonly editing: Editing;
  readonly state: PictureState;
}

/** A state: its name, what it is, where it is, and what leads out of it. */
export function StateFields(props: Props) {
  const { picture, edits, editing, state, forms = [] } = props;
  const t = useText();
  const nameOf = (other: string) => picture.states.find((one) => one.id === other)?.label ?? other;
  const ways = picture.arrows.filter(({ from }) => from === state.id);
  const { changeForm, moveInto, toggleAccepting } = edits;
  const parents = picture.states.filter(
    (one) => one.id !== state.id && !ancestorsOf(picture, one.id).includes(state.id),
  );
  return (
    <>
      <div className={styles['line']}>
        <span aria-hidden>{t('graph.edit.name')}</span>
        <NameInput
          className={styles['input']}
          value={state.label}
          label={t('graph.edit.name')}
          onCommit={(label) => edits.renameState(state.id, label)}
        />
      </div>
      <div className={styles['checks']}>
        <label className={styles['check']}>
          <input
            type="checkbox"
            checked={state.isInitial === true}
            // There is always one: another is marked instead.
            disabled={state.isInitial === true}
            onChange={() => edits.markInitial(state.id)}
          />
          {t('graph.isInitial')}
        </label>
        {toggleAccepting !== undefined && (
          <label className={styles['check']}>
            <input
              type="checkbox"
              checked={state.isAccepting === true}
              onChange={() => toggleAccepting(state.id)}
            />
            {t('graph.isAccepting')}
          </label>
        )}
      </div>
      {changeForm !== undefined && forms.length > 1 && (
        <Select
          label={t('graph.edit.form')}
          value={state.form ?? 'plain'}
          options={forms.map((form): readonly [StateForm, string] => [form, t(`graph.form.${form}`)])}
          onChange={(form) => changeForm(state.id, form)}
        />
      )}
      {moveInto !== undefined && (
        <Select
          label={t('graph.edit.parent')}
          value={state.parent ?? ''}
          options={[
            ['', t('graph.edit.noParent')],
            ...parents.map((one): readonly [string, string] => [one.id, one.label]),
          ]}
          onChange={(parent) => moveInto(state.id, parent === '' ? null : parent)}
        />
      )}
      {moveInto !== undefined && (
        <button type="button" className={styles['button']} onClick={() => editing.addState(state.id)}>
          {t('graph.edit.addInside')}
        </button>
      )}
      {ways.length > 0 && (
        <ul className={styles['ways']} aria-label={t('graph.table.ways')}>
          {ways.map((arrow) => (
            <li key={arrow.id}>
              <button
                type="button"
                className={styles['way']}
                onClick={() => editing.choose({ on: 'arrow', id: arrow.id })}
              >
                {arrow.lines.join(' ') || t('graph.noLabel')} → {nameOf(arrow.to)}
              </button>
            </li>
          ))}
        </ul>
      )}
      <NewArrow {...props} from={state.id} />
    </>
  );
}
