import type { FlowDoc, Intervention } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import type { Translate } from '#ui/i18n/useText';
import { faultText } from '../inspector/faultText';

/** What a person did, in the language of the page; names are those of the given nodes and event types. */
export function deedText(
  action: Intervention['action'],
  { nodes, eventTypes }: Pick<FlowDoc, 'nodes' | 'eventTypes'>,
  t: Translate,
): string {
  const nameOf: NameOf = (what, id) =>
    (what === 'node' ? nodes : eventTypes).find((one) => one.id === id)?.name ?? id;
  return action.do === 'fault' ? faultText(t, action.settings, nodes) : didText(action, nameOf, t);
}

type NameOf = (what: 'node' | 'type', id: string) => string;

function didText(
  action: Exclude<Intervention['action'], { do: 'fault' }>,
  nameOf: NameOf,
  t: Translate,
): string {
  if (action.do === 'publish') {
    const values = { node: nameOf('node', action.node), type: nameOf('type', action.type), key: action.key };
    return t(action.key === '' ? 'player.did.publish' : 'player.did.publishKey', values);
  }
  if (action.do === 'advance') {
    return t('player.did.advance', { node: nameOf('node', action.node), n: action.event });
  }
  if ('node' in action) return t(`player.did.${action.do}`, { node: nameOf('node', action.node) });
  return t(`player.did.${action.do}`, { message: messageText(action.message, nameOf, t) });
}

/** A key such as `reserve/deliver/316` read for people; see `PendingStep.key`. */
function messageText(key: string, nameOf: NameOf, t: Translate): string {
  const [node = '', what = '', event] = key.split('/');
  const kindKey = `kinds.step.${what.replace(/[.~].*$/, '')}`;
  const number = event === undefined ? '' : ` #${event.replace(/~\d+$/, '')}`;
  return `${nameOf('node', node)}: ${hasText(kindKey) ? t(kindKey) : what}${number}`;
}
