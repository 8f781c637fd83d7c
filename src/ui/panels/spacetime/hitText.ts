import type { Token } from '#engine/model/NodeKind';
import type { LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { formatClock, formatDuration, formatNumber, formatPercent } from '#ui/look/format';
import type { FlowWords } from '#ui/store/useFlowWords';
import type { LaneHit } from './laneHit';

/** What lies under the pointer, as a sentence. */
export function hitText(
  hit: LaneHit,
  tile: LaneWindow,
  words: FlowWords,
  t: Translate,
  language: string,
): string {
  const clock = (us: number) => formatClock(us, language);
  const eventOf = (token: Token | null) =>
    token === null ? '' : t('why.event', { type: words.type(token.type)?.name ?? '?', number: token.number });
  const spanOf = ({ fromUs, toUs }: { readonly fromUs: number; readonly toUs: number }) => ({
    time: formatDuration(toUs - fromUs, language),
    from: clock(fromUs),
    to: clock(toUs),
  });
  switch (hit.on) {
    case 'mark': {
      const { node, timeUs, token, isDead } = hit.mark;
      const values = { node: words.node(node), time: clock(timeUs), event: eventOf(token) };
      return t(isDead ? 'why.lanes.dead' : 'why.lanes.mark', values);
    }
    case 'bar': {
      const { bar } = hit;
      const key = `why.doing.${bar.what}`;
      const what = hasText(key) ? t(key) : bar.what;
      return t('why.lanes.work', {
        node: words.node(bar.node),
        event: eventOf(bar.token),
        what,
        ...spanOf(bar),
      });
    }
    case 'way': {
      const { way } = hit;
      const time = formatDuration(way.arriveUs - way.departUs, language);
      const values = { event: eventOf(way.token), from: words.node(way.from), to: words.node(way.to), time };
      return t('why.lanes.way', values);
    }
    case 'state': {
      const { state } = hit;
      const { endUs, fromUs } = state;
      const named = { node: words.node(state.node), state: stateWord(state.state, t), from: clock(fromUs) };
      if (endUs === Infinity) return t('why.lanes.stateToEnd', named);
      return t('why.lanes.state', { ...named, ...spanOf({ fromUs, toUs: endUs ?? state.toUs }) });
    }
    case 'depth':
      return t('why.lanes.depth', { node: words.node(hit.node), n: formatNumber(hit.count, language) });
    case 'sum':
      return sumText(hit.node, hit.column, tile, words, t, language);
  }
}

function sumText(
  node: number,
  column: number,
  { sums, fromUs, toUs }: LaneWindow,
  words: FlowWords,
  t: Translate,
  language: string,
): string {
  const sum = sums?.[node];
  if (sum === undefined) return '';
  const widthUs = (toUs - fromUs) / sum.busy.length;
  return t('why.lanes.share', {
    node: words.node(node),
    from: formatClock(fromUs + column * widthUs, language),
    to: formatClock(fromUs + (column + 1) * widthUs, language),
    busy: formatPercent(sum.busy[column] ?? 0, language),
    held: formatPercent(sum.held[column] ?? 0, language),
    n: formatNumber(sum.depth[column] ?? 0, language),
  });
}

/** A lifecycle state in the language of the page. */
export function stateWord(state: string, t: Translate): string {
  const key = `kinds.state.${state}`;
  return hasText(key) ? t(key) : state;
}
