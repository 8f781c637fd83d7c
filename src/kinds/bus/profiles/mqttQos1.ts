import type { Profile } from './Profile';

/**
 * MQTT with quality of service 1 (OASIS MQTT 5.0, § 4.3.2 and § 4.4): acknowledged when the client has it, sent again
 * only after a connection was lost, so there is no time-out; 20 messages in flight as Mosquitto allows.
 */
export const mqttQos1: Profile = {
  id: 'mqttQos1',
  settings: {
    groups: 'named',
    dialect: 'mqtt',
    overflow: 'dropNewest',
    guarantee: 'atLeastOnce',
    ackOn: 'accept',
    ackTimeoutMs: 0,
    maxAttempts: 100,
    prefetch: 20,
    balancing: 'random',
  },
};
