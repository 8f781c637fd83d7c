import { crash } from './crash';
import { delay } from './delay';
import { duplicate } from './duplicate';
import type { FaultType } from './FaultType';
import { lose } from './lose';
import { partition } from './partition';
import { pause } from './pause';
import { slow } from './slow';

/** Every sort of fault, in the order in which links write them: append only. */
export const faultTypes: readonly FaultType[] = [crash, pause, slow, partition, lose, duplicate, delay];
