import type { BusSettings } from '../busFields';
import type { DeliveryPolicy } from '../BusState';
import { blockingCall } from './blockingCall';
import { independent } from './independent';
import { inline } from './inline';
import { loop } from './loop';

/** Every way a bus can pass events on. */
export const deliveryPolicies: readonly DeliveryPolicy[] = [independent, loop, inline, blockingCall];

/** The policy that the settings of a bus name. */
export function policyOf(settings: BusSettings): DeliveryPolicy {
  const id = settings.delivery === 'sync' ? settings.reading : settings.dispatch;
  return deliveryPolicies.find((policy) => policy.id === id) ?? independent;
}
