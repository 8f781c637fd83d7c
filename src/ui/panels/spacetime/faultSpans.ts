import type { FaultSettings } from '#engine/model/faultFields';
import { faultTimes } from '#engine/model/faultTimes';
import type { Fault } from '#engine/model/FlowDoc';

export interface FaultSpan {
  readonly fault: Fault;
  readonly fromUs: number;
  readonly toUs: number;
}

/** More marks than this would cover the strip instead of marking it. */
const mostMarks = 200;

/** When the faults of a flow last, up to a virtual time, as the document has it. */
export function faultSpans(faults: readonly Fault[], untilUs: number): readonly FaultSpan[] {
  const spans: FaultSpan[] = [];
  for (const fault of faults) {
    // The importer and the form both keep to faultFields.
    const { atUs, forUs, everyUs } = faultTimes(fault.settings as unknown as FaultSettings);
    for (let fromUs = atUs; fromUs <= untilUs && spans.length < mostMarks; fromUs += everyUs) {
      spans.push({ fault, fromUs, toUs: forUs === 0 ? untilUs : Math.min(untilUs, fromUs + forUs) });
      if (everyUs === 0) break;
    }
  }
  return spans;
}
