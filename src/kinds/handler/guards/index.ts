import type { Guard } from './Guard';
import { circuitBreaker } from './circuitBreaker';
import { expiry } from './expiry';
import { idempotency } from './idempotency';
import { rateLimit } from './rateLimit';
import { retryBudget } from './retryBudget';

/** Every guard of a handler, in the order in which they are asked. */
export const guards: readonly Guard[] = [expiry, idempotency, retryBudget, circuitBreaker, rateLimit];
