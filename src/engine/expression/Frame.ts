import type { Json } from '#engine/model/Json';
import { createScope, type ExpressionScope } from './ExpressionScope';
import { expressionLimits } from './expressionLimits';

/** From where to where in the text, counted from 0; the end is not part of it. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Why an evaluation has no value. */
export interface Failure {
  readonly message: string;
  readonly place: Place;
}

/**
 * A piece of a compiled expression. It answers with a value, or with undefined after it has told the frame why
 * there is none: failures cost no more than values that way.
 */
export type Part = (frame: Frame) => Json | undefined;

/** What one evaluation works with. Every compiled expression has one and uses it again and again. */
export class Frame {
  scope: ExpressionScope = createScope();
  /** Values of the variables of macros, by slot. */
  readonly slots: Json[] = [];
  failure: Failure | null = null;
  /** How many characters of JSON the result may still have. */
  charactersLeft: number = expressionLimits.resultLength;
  #stepsLeft: number = expressionLimits.steps;

  /** Gets ready for another evaluation. */
  start(scope: ExpressionScope): void {
    this.scope = scope;
    this.failure = null;
    this.charactersLeft = expressionLimits.resultLength;
    this.#stepsLeft = expressionLimits.steps;
  }

  /** Says why there is no value here. */
  fail(message: string, place: Place): undefined {
    this.failure = { message, place };
  }

  /** Takes back a failure that something else decides about. */
  takeFailure(): Failure | null {
    const failure = this.failure;
    this.failure = null;
    return failure;
  }

  /** Spends steps on work that grows with the data; false, and a failure, when none are left. */
  spend(steps: number, place: Place): boolean {
    this.#stepsLeft -= steps;
    if (this.#stepsLeft >= 0) return true;
    this.fail(`this takes more than ${expressionLimits.steps} steps`, place);
    return false;
  }

  /** Whether an evaluation went beyond its steps, also when something else decided without it. */
  get isExhausted(): boolean {
    return this.#stepsLeft < 0;
  }
}
