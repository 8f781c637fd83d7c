import type { FlowDoc } from '#engine/model/FlowDoc';
import type { JudgedKind } from '#engine/model/Traits';
import { LintFlow } from './LintFlow';
import type { Evidence, Found, LintRule, Remedy } from './LintRule';
import { remedyTexts } from './remedyTexts';
import { lintRules, type LintCode } from './rules/index';

/** Something that a flow is warned of, without having been run. */
export interface Finding {
  readonly code: LintCode;
  readonly severity: LintRule['severity'];
  /** Ids, the one to look at first. */
  readonly nodes: readonly string[];
  readonly wires: readonly string[];
  /** The values inside the sentence of the rule. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The English sentence of the rule with its values. */
  readonly message: string;
  readonly remedies: readonly FoundRemedy[];
  readonly evidence: Evidence | null;
}

/** A remedy with its sentence. */
export interface FoundRemedy extends Remedy {
  /** In English, as one would say it on a button. */
  readonly message: string;
}

/** More of one rule are not told: the first ones say it all. */
const perRule = 50;

/** What experts would warn of in a document, rule by rule; nothing is run. Deterministic, and linear in most documents. */
export function judgeFlow(doc: FlowDoc, kinds: readonly JudgedKind[]): readonly Finding[] {
  const flow = new LintFlow(doc, kinds);
  return lintRules.flatMap((rule) => {
    const { code, severity } = rule;
    const found: readonly Found[] = rule.find(flow);
    return found.slice(0, perRule).map((one) => ({
      code,
      severity,
      nodes: one.nodes ?? [],
      wires: one.wires ?? [],
      values: one.values ?? {},
      message: filled(rule.sentence, one.values ?? {}),
      remedies: (one.remedies ?? []).map((remedy) => ({
        ...remedy,
        message: filled(remedyTexts[remedy.id], remedy.values),
      })),
      evidence: one.evidence ?? null,
    }));
  });
}

function filled(text: string, values: Finding['values']): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
