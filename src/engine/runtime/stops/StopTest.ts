import type { FlowPlan } from '../FlowPlan';
import type { Simulation } from '../Simulation';
import type { StepLook } from './StepLook';
import type { StopRule } from './StopRule';

/** A rule made ready for one run: asked after every step. */
export interface StopTest {
  /** The run stands somewhere from where its steps will follow one another. */
  begin?(simulation: Simulation): void;
  /** Whether the step just made meets the rule. */
  isMet(look: StepLook): boolean;
  /** Why the last question had no answer; empty when it had one. */
  readonly error?: string;
}

/** One sort of rule. One file each, listed in `rules/index.ts`. */
export interface StopKind<On extends StopRule['on'] = StopRule['on']> {
  readonly on: On;
  /** Null where the rule names nothing in this flow, or says nothing. */
  compile(rule: Extract<StopRule, { readonly on: On }>, plan: FlowPlan): StopTest | null;
}
