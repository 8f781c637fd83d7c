import { compileStopCondition } from '#engine/expression/compileExpression';
import type { StopKind, StopTest } from '../StopTest';
import type { StepLook } from '../StepLook';
import { StopScope } from '../StopScope';

/** An event arrives, and a condition on it and on the flow as it is then is true. */
export const conditionStop: StopKind<'condition'> = {
  on: 'condition',
  compile({ text }, plan) {
    const compiled = compileStopCondition(text);
    return compiled.ok ? new Condition(compiled.evaluate, new StopScope(plan)) : null;
  },
};

type Evaluate = Extract<ReturnType<typeof compileStopCondition>, { ok: true }>['evaluate'];

class Condition implements StopTest {
  error = '';
  private readonly evaluate: Evaluate;
  private readonly scope: StopScope;

  constructor(evaluate: Evaluate, scope: StopScope) {
    this.evaluate = evaluate;
    this.scope = scope;
  }

  isMet(look: StepLook): boolean {
    this.error = '';
    const event = look.arrived;
    if (event === null) return false;
    this.scope.fill(look, event);
    const result = this.evaluate(this.scope);
    if (!result.ok) this.error = result.error;
    return result.ok && result.value;
  }
}
