import type { CompiledExpression } from '#engine/expression/compileExpression';
import { compileStopCondition } from '#engine/expression/compileStopCondition';
import type { StepLook } from '../StepLook';
import { StopScope } from '../StopScope';
import type { StopKind, StopTest } from '../StopTest';

/** An event arrives, and a condition on it and on the flow as it is then is true. */
export const conditionStop: StopKind<'condition'> = {
  on: 'condition',
  compile({ text }, plan) {
    const compiled = compileStopCondition(text);
    return compiled.ok ? new Condition(compiled, new StopScope(plan)) : null;
  },
};

class Condition implements StopTest {
  error = '';
  private readonly condition: CompiledExpression<boolean>;
  private readonly scope: StopScope;

  constructor(condition: CompiledExpression<boolean>, scope: StopScope) {
    this.condition = condition;
    this.scope = scope;
  }

  isMet(look: StepLook): boolean {
    this.error = '';
    const event = look.arrived;
    if (event === null) return false;
    const result = this.condition.evaluate(this.scope.about(look, event));
    if (!result.ok) this.error = result.error;
    return result.ok && result.value;
  }
}
