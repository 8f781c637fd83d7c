import type { Translate } from '#ui/i18n/useText';
import { ancestorsOf } from './ancestorsOf';
import type { AutomatonPicture, PictureArrow, PictureState } from './AutomatonPicture';
import { signsOf } from './signsOf';
import type { Place } from './walkPicture';

/** A state with everything that leads out of it, or a transition, in words. */
export function describePlace(picture: AutomatonPicture, place: Place, t: Translate): string {
  const nameOf = (id: string) => picture.states.find((state) => state.id === id)?.label ?? id;
  if (place.on === 'arrow') {
    const arrow = picture.arrows.find(({ id }) => id === place.id);
    return arrow === undefined ? '' : describeArrow(arrow, picture, nameOf, t);
  }
  const state = picture.states.find(({ id }) => id === place.id);
  return state === undefined ? '' : describeState(state, picture, nameOf, t);
}

function describeArrow(
  arrow: PictureArrow,
  picture: AutomatonPicture,
  nameOf: (id: string) => string,
  t: Translate,
): string {
  const said = t('graph.said.arrow', {
    label: labelOf(arrow, t),
    from: nameOf(arrow.from),
    to: nameOf(arrow.to),
  });
  const extra = [
    arrow.figure ?? '',
    arrow.id === picture.last ? t('graph.said.last') : '',
    arrow.isLit === true ? t('graph.said.lit') : '',
  ];
  return [said, ...extra.filter((text) => text !== '')].join('; ');
}

function describeState(
  state: PictureState,
  picture: AutomatonPicture,
  nameOf: (id: string) => string,
  t: Translate,
): string {
  const waysFrom = (id: string) =>
    picture.arrows
      .filter(({ from }) => from === id)
      .map((arrow) => t('graph.said.way', { label: labelOf(arrow, t), to: nameOf(arrow.to) }));
  const ways = waysFrom(state.id);
  const inherited = ancestorsOf(picture, state.id).flatMap((id) => {
    const more = waysFrom(id);
    return more.length === 0 ? [] : [t('graph.said.also', { name: nameOf(id), ways: more.join('; ') })];
  });
  const head = [
    t('graph.said.state', { name: state.label || t('graph.unnamed') }),
    ...signsOf(state, picture, t),
  ];
  return [
    head.join(t('canvas.comma')),
    state.note ?? '',
    tokensText(state, t),
    ways.length === 0
      ? t('graph.said.noWay')
      : t('graph.said.ways', { n: ways.length, ways: ways.join('; ') }),
    ...inherited,
  ]
    .filter((text) => text !== '')
    .join('. ');
}

const mostNamed = 12;

/** Who is in a state: the first by name, for nobody listens to a thousand. */
function tokensText({ tokens = [], more = 0 }: PictureState, t: Translate): string {
  const keys = tokens.slice(0, mostNamed).map(({ label }) => label);
  const rest = tokens.length + more - keys.length;
  if (rest > 0) keys.push(t('graph.said.more', { n: rest }));
  return keys.length === 0 ? '' : t('graph.said.tokens', { keys: keys.join(t('canvas.comma')) });
}

function labelOf({ lines }: PictureArrow, t: Translate): string {
  return lines.join(' ') || t('graph.noLabel');
}
