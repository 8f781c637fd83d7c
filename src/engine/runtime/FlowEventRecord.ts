import type { Json } from '#engine/model/Json';
import type { FlowEvent } from '#engine/model/messages';

/**
 * An event of a run. A class of its own, so that copies of states can tell events, which never change and are
 * shared, from what they must copy. (Freezing every event says the same, and costs more than a step.)
 */
export class FlowEventRecord implements FlowEvent {
  readonly number: number;
  readonly type: number;
  readonly source: number;
  readonly subject: string;
  readonly timeUs: number;
  readonly data: Json;
  readonly correlation: number;
  readonly causation: number;

  constructor(
    number: number,
    type: number,
    source: number,
    subject: string,
    timeUs: number,
    data: Json,
    cause: FlowEvent | null,
  ) {
    this.number = number;
    this.type = type;
    this.source = source;
    this.subject = subject;
    this.timeUs = timeUs;
    this.data = data;
    this.correlation = cause === null ? number : cause.correlation;
    this.causation = cause === null ? 0 : cause.number;
  }
}
