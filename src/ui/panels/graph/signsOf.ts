import type { Translate } from '#ui/i18n/useText';
import type { AutomatonPicture, PictureState, StateForm } from './AutomatonPicture';

const forms: Readonly<Record<StateForm, 'parallel' | 'final' | 'history' | 'deepHistory' | 'frame' | null>> =
  {
    plain: null,
    parallel: 'parallel',
    final: 'final',
    history: 'history',
    deepHistory: 'deepHistory',
    frame: 'frame',
  };

/** What the drawing says of a state by filling, rings, lines and place, in words. */
export function signsOf(state: PictureState, picture: AutomatonPicture, t: Translate): readonly string[] {
  const form = forms[state.form ?? 'plain'];
  const parent = picture.states.find(({ id }) => id === state.parent);
  return [
    picture.current.includes(state.id) ? t('graph.isNow') : '',
    state.isInitial === true ? t('graph.isInitial') : '',
    state.isAccepting === true ? t('graph.isAccepting') : '',
    form === null ? '' : t(`graph.form.${form}`),
    parent === undefined || parent.form === 'frame' ? '' : t('graph.isInside', { name: parent.label }),
    state.mark?.word ?? '',
  ].filter((sign) => sign !== '');
}
