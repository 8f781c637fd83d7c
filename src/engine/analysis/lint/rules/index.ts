import { ackBeforeWork } from './ackBeforeWork';
import { ackTimeoutBelowService } from './ackTimeoutBelowService';
import { breakerNeverOpens } from './breakerNeverOpens';
import { brokenExpression } from './brokenExpression';
import { brokenPattern } from './brokenPattern';
import { callTimeoutBelowService } from './callTimeoutBelowService';
import { capacityDeadlock } from './capacityDeadlock';
import { doorWithoutBound } from './doorWithoutBound';
import { dualWrite } from './dualWrite';
import { endlessRun } from './endlessRun';
import { expiresInService } from './expiresInService';
import { faultHitsNobody } from './faultHitsNobody';
import { filterFails } from './filterFails';
import { givenUpAndLost } from './givenUpAndLost';
import { hotKey } from './hotKey';
import { idleConsumers } from './idleConsumers';
import { longCallChain } from './longCallChain';
import { loopGain } from './loopGain';
import { lostUpdate } from './lostUpdate';
import { memoryTooShort } from './memoryTooShort';
import { nobodyPublishes } from './nobodyPublishes';
import { nobodySubscribed } from './nobodySubscribed';
import { notIdempotent } from './notIdempotent';
import { oneRandomNumber } from './oneRandomNumber';
import { orderLost } from './orderLost';
import { overloaded } from './overloaded';
import { overloadedBehindLimit } from './overloadedBehindLimit';
import { patternMatchesNothing } from './patternMatchesNothing';
import { protocolUnsatisfiable } from './protocolUnsatisfiable';
import { rateLimitTooLow } from './rateLimitTooLow';
import { retryInStep } from './retryInStep';
import { retryWithoutEnd } from './retryWithoutEnd';
import { retryWithoutPause } from './retryWithoutPause';
import { silentSource } from './silentSource';
import { startsAfterEnd } from './startsAfterEnd';
import { starvation } from './starvation';
import { subscribesAfterEnd } from './subscribesAfterEnd';
import { synchronousCycle } from './synchronousCycle';
import { timeoutBelowService } from './timeoutBelowService';
import { unreachableHandler } from './unreachableHandler';
import { unusedType } from './unusedType';
import { unwantedType } from './unwantedType';
import { wireLosesAll } from './wireLosesAll';

/** Everything that is warned of, in the order in which it is told. */
export const lintRules = [
  nobodySubscribed,
  nobodyPublishes,
  unreachableHandler,
  unwantedType,
  patternMatchesNothing,
  brokenPattern,
  brokenExpression,
  filterFails,
  oneRandomNumber,
  synchronousCycle,
  loopGain,
  overloaded,
  overloadedBehindLimit,
  rateLimitTooLow,
  notIdempotent,
  memoryTooShort,
  orderLost,
  lostUpdate,
  retryWithoutPause,
  retryInStep,
  retryWithoutEnd,
  givenUpAndLost,
  capacityDeadlock,
  timeoutBelowService,
  ackTimeoutBelowService,
  callTimeoutBelowService,
  protocolUnsatisfiable,
  dualWrite,
  longCallChain,
  starvation,
  hotKey,
  idleConsumers,
  unusedType,
  silentSource,
  startsAfterEnd,
  endlessRun,
  breakerNeverOpens,
  expiresInService,
  wireLosesAll,
  faultHitsNobody,
  ackBeforeWork,
  subscribesAfterEnd,
  doorWithoutBound,
] as const;

/** The stable identifier of a rule. */
export type LintCode = (typeof lintRules)[number]['code'];
