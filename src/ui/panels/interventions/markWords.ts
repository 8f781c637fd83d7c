import type { Intervention } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useMemo } from 'react';
import { faultText } from '../inspector/faultText';
import type { Mark } from './Mark';

/** What a mark is called, and what it does, in the language of the page. */
export interface MarkWords {
  /** Its own name, or what it does. */
  readonly nameOf: (mark: Mark) => string;
  readonly whatOf: (mark: Mark) => string;
}

export function useMarkWords(): MarkWords {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  return useMemo(() => {
    const byId = new Map(doc.interventions.map((one) => [one.id, one]));
    const faults = new Map(doc.faults.map((one) => [one.id, one]));
    const nameOfPart: NameOf = (what, id) =>
      (what === 'node' ? doc.nodes : doc.eventTypes).find((one) => one.id === id)?.name ?? id;
    const whatOf = ({ of, id }: Mark): string => {
      if (of === 'fault') return faultText(t, faults.get(id)?.settings ?? {}, doc.nodes);
      const intervention = byId.get(id);
      if (intervention === undefined) return '';
      const { action } = intervention;
      return action.do === 'fault'
        ? faultText(t, action.settings, doc.nodes)
        : didText(action, nameOfPart, t);
    };
    return { whatOf, nameOf: (mark) => (mark.name === '' ? whatOf(mark) : mark.name) };
  }, [t, doc]);
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
