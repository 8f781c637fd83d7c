import type { FaultSettings } from '#engine/model/faultFields';
import { faultTypes } from '#engine/model/faults/index';
import type { Settings } from '#engine/model/fields';
import type { FlowNode } from '#engine/model/FlowDoc';
import type { FaultPlan } from '#engine/runtime/planFault';
import type { Translate } from '#ui/i18n/useText';
import { fieldText } from './fieldText';

/** The settings of a fault, which importer and form keep to the table. */
export const faultSettings = (settings: Settings) => settings as unknown as FaultSettings;

/** Such as "Partition: Orders – everything else". */
export function faultText(t: Translate, settings: Settings, nodes: readonly FlowNode[]): string {
  const { what, target, other } = faultSettings(settings);
  const nameOf = (id: string, none: string) =>
    nodes.find((node) => node.id === id)?.name ?? fieldText(t, `fault.${none}.none`);
  const values = { what: fieldText(t, `fault.what.${what}`), target: nameOf(target, 'target') };
  return actsOnWires(what)
    ? t('panels.faults.between', { ...values, other: nameOf(other, 'other') })
    : t('panels.faults.of', values);
}

/** Why a fault, worked out, will change nothing; or null. */
export function idleFaultText(t: Translate, plan: FaultPlan | null): string | null {
  if (plan === null) return t('panels.faults.nobody');
  return plan.does !== null && plan.wires.length === 0 ? t('panels.faults.noWire') : null;
}

/** What only delays or slows is no loss. */
export const faultTone = (what: string) =>
  ['pause', 'slow', 'delay'].includes(what) ? ('warn' as const) : ('danger' as const);

export const actsOnWires = (what: string) => faultTypes.find(({ id }) => id === what)?.acts === 'wires';
