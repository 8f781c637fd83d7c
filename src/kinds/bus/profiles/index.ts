import { inProcessLoop } from './inProcessLoop';
import { inProcessSync } from './inProcessSync';
import { logPartitions } from './logPartitions';
import { mqttQos0 } from './mqttQos0';
import { mqttQos1 } from './mqttQos1';
import { mqttQos2 } from './mqttQos2';
import { natsCore } from './natsCore';
import { natsJetStream } from './natsJetStream';
import { rabbitQueue } from './rabbitQueue';
import { rabbitTopic } from './rabbitTopic';
import { redisPubSub } from './redisPubSub';
import { redisStreams } from './redisStreams';
import type { Profile } from './Profile';

/** Every bus and broker that a bus can be set to behave like, in the order in which they are offered. */
export const profiles: readonly Profile[] = [
  inProcessSync,
  inProcessLoop,
  natsCore,
  natsJetStream,
  rabbitQueue,
  rabbitTopic,
  mqttQos0,
  mqttQos1,
  mqttQos2,
  redisPubSub,
  redisStreams,
  logPartitions,
];
