import { crash } from './crash';
import type { FaultType } from './FaultType';
import { partition } from './partition';
import { pause } from './pause';
import { slow } from './slow';

/** Every sort of fault, in the order in which links write them: append only. */
export const faultTypes: readonly FaultType[] = [crash, pause, slow, partition];
