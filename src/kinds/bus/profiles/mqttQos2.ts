import { mqttQos1 } from './mqttQos1';
import type { Profile } from './Profile';

/**
 * MQTT with quality of service 2 (OASIS MQTT 5.0, § 4.3.3): as 1, and what a publisher sends twice is taken once. The
 * packet id that tells it is remembered for as long as the handshake is open; here a window stands for it.
 */
export const mqttQos2: Profile = {
  id: 'mqttQos2',
  settings: {
    ...mqttQos1.settings,
    dedupWindowMs: 60_000,
  },
};
