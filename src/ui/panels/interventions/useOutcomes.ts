import { useMemo } from 'react';
import type { Deed } from '#engine/runtime/deeds';
import type { FlowDoc } from '#engine/model/FlowDoc';
import { hasText } from '#ui/i18n/catalogue';
import { useText, type Translate } from '#ui/i18n/useText';
import { useRun } from '#ui/store/runStore';
import { useRunAnswer } from '#ui/store/useRunAnswer';
import { kindById } from '#kinds/index';
import { planHandFault } from '#engine/runtime/planFault';
import { idleFaultText } from '../inspector/faultText';

/** By the id of an intervention, why it changed nothing, as a sentence; what did something is not in it. */
export function useOutcomes(): ReadonlyMap<string, string> {
  const t = useText();
  const doc = useRun((state) => state.doc);
  const isComplete = useRun((state) => state.isComplete);
  // While the run is being computed it is asked each time twice as much is known.
  const upTo = useRun(({ summary, isComplete: isDone }) => {
    const steps = summary?.steps ?? 0;
    return isDone || steps === 0 ? steps : 2 ** Math.floor(Math.log2(steps));
  });
  const hasAny = doc.interventions.length > 0;
  const { value } = useRunAnswer('deeds', hasAny ? [upTo] : null);
  return useMemo(
    () => outcomesOf(t, doc, value ?? [], isComplete && value !== null),
    [t, doc, value, isComplete],
  );
}

export function outcomesOf(
  t: Translate,
  doc: FlowDoc,
  deeds: readonly Deed[],
  isWhole: boolean,
): ReadonlyMap<string, string> {
  const byId = new Map<string, Deed[]>();
  for (const deed of deeds) {
    const own = byId.get(deed.id);
    if (own === undefined) byId.set(deed.id, [deed]);
    else own.push(deed);
  }
  return new Map(
    doc.interventions.flatMap(({ id, action }) => {
      const own = byId.get(id) ?? [];
      if (own.some(({ outcome }) => outcome === 'done')) return [];
      const plan = action.do === 'fault' ? planHandFault(id, action.settings, doc, kindById) : undefined;
      const idle = plan === undefined ? null : idleFaultText(t, plan);
      if (idle !== null) return [[id, idle] as const];
      const [first] = own;
      if (first !== undefined) return [[id, vainText(t, doc, first)] as const];
      return isWhole ? [[id, t('hand.after')] as const] : [];
    }),
  );
}

function vainText(t: Translate, { nodes }: FlowDoc, { outcome, node, lifecycle }: Deed): string {
  if (outcome === 'missing') return t('hand.missing');
  const key = `kinds.state.${lifecycle}`;
  const state = hasText(key) ? t(key) : lifecycle;
  return t('hand.nothing', { node: nodes[node]?.name ?? '', state });
}
