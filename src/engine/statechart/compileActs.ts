import { compileExpression } from '#engine/expression/compileExpression';
import { compileTemplate } from '#engine/expression/compileTemplate';
import type { Json } from '#engine/model/Json';
import type { Act, ActionHost, Formula } from './ChartTables';
import { formulaOf } from './formulaOf';
import type { ChartAction, EmitParams } from '#engine/model/statechart/Statechart';

/** Actions of a state, ready to run. */
export function compileActs(actions: readonly ChartAction[], state: string): readonly Act[] {
  return actions.map((action) => compileAct(action, state));
}

function compileAct(action: ChartAction, state: string): Act {
  switch (action.type) {
    case 'assign':
      return assignAct(action.params, state);
    case 'raise': {
      const { type } = action.params;
      const data = compileValue(action.params.data);
      return (host) => {
        const value = host.valueOf(data, state);
        if (value !== undefined) host.raise(type, value);
      };
    }
    case 'emit':
      return emitAct(action.params, state);
    case 'log': {
      const formula = compileValue(action.params.message);
      return (host) => {
        const message = host.valueOf(formula, state);
        if (message !== undefined) host.put({ output: 'log', message });
      };
    }
  }
}

/** All values see the context from before; when one has no value, none is assigned. */
function assignAct(params: Readonly<Record<string, Json>>, state: string): Act {
  const entries = Object.entries(params).map(([key, value]) => [key, compileValue(value)] as const);
  return (host) => {
    const values: Record<string, Json> = {};
    for (const [key, formula] of entries) {
      const value = host.valueOf(formula, state);
      if (value === undefined) return;
      values[key] = value;
    }
    host.assign(values);
  };
}

function emitAct({ type, key, data, to }: EmitParams, state: string): Act {
  const keyFormula = key === null ? null : compileValue(key);
  const dataFormula = compileValue(data);
  return (host) => {
    const ofKey = keyFormula === null ? host.scope.key : host.valueOf(keyFormula, state);
    const value = ofKey === undefined ? undefined : host.valueOf(dataFormula, state);
    if (ofKey === undefined || value === undefined) return;
    host.put({ output: 'emit', to, type, key: textOf(ofKey), data: value });
  };
}

const textOf = (value: Json) => (typeof value === 'string' ? value : JSON.stringify(value));

/** Sets a timer when a state is entered, and stops it when it is left. */
export function compileTimer(
  delay: string,
  type: string,
  state: string,
): { readonly entry: Act; readonly exit: Act } {
  return { entry: timerAct(delay, type, state), exit: (host) => host.clearTimer(type) };
}

function timerAct(delay: string, type: string, state: string): Act {
  const fixed = Number(delay);
  if (!Number.isNaN(fixed)) return (host) => setTimer(host, type, fixed, state);
  const compiled = compileExpression(delay);
  const formula = formulaOf(compiled);
  return (host) => {
    const ms = host.valueOf(formula, state);
    if (ms !== undefined) setTimer(host, type, ms, state);
  };
}

/** Milliseconds of a delay, some 285 years at most, so that microseconds stay exact. */
const longestMs = 9e12;

function setTimer(host: ActionHost, type: string, ms: Json, state: string): void {
  if (typeof ms === 'number' && ms >= 0 && ms <= longestMs) host.setTimer(type, ms);
  else {
    const message = `a delay must be a number of milliseconds from 0 to ${longestMs}`;
    host.put({ output: 'failure', state, message });
  }
}

/** JSON with `${…}`. */
export function compileValue(template: Json): Formula {
  return formulaOf(compileTemplate(template));
}
