import type { StopKind } from '../StopTest';
import { arrivalStop } from './arrivalStop';
import { conditionStop } from './conditionStop';
import { keyStop } from './keyStop';
import { nodeStop } from './nodeStop';
import { protocolStop } from './protocolStop';
import { queueStop } from './queueStop';
import { stateStop } from './stateStop';
import { typeStop } from './typeStop';
import { wireStop } from './wireStop';

/** Every sort of rule, by its name. */
export const stopKinds: { readonly [On in StopKind['on']]: StopKind<On> } = {
  node: nodeStop,
  wire: wireStop,
  type: typeStop,
  key: keyStop,
  condition: conditionStop,
  state: stateStop,
  protocol: protocolStop,
  queue: queueStop,
  arrival: arrivalStop,
};
