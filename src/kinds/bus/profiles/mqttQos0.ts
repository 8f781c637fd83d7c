import type { Profile } from './Profile';

/**
 * MQTT with quality of service 0 (OASIS MQTT 5.0, § 4.3.1): delivered once or not at all. Groups are its shared
 * subscriptions.
 */
export const mqttQos0: Profile = {
  id: 'mqttQos0',
  settings: {
    groups: 'named',
    dialect: 'mqtt',
    overflow: 'dropNewest',
    balancing: 'random',
  },
};
