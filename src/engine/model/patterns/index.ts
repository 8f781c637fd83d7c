import { amqp } from './amqp';
import { exact } from './exact';
import { mqtt } from './mqtt';
import { nats } from './nats';
import type { PatternDialect } from './PatternDialect';

/** All dialects that a bus may read the patterns of its wires in. */
export const dialects: readonly PatternDialect[] = [exact, nats, amqp, mqtt];
