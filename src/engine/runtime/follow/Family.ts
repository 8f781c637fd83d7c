import type { FlowEvent } from '#engine/model/messages';
import type { Token } from '#engine/model/NodeKind';
import { tokenOf } from '#engine/model/tokens';
import type { StoryEvent } from './Story';

/** Who belongs to the story of an event, before its ways are known. */
export type Relative = Pick<StoryEvent, 'token' | 'source' | 'bornUs' | 'bornStep' | 'cause' | 'relation'>;

/** Most events of one story; beyond, younger ones are left out, which the story says. */
const mostEvents = 400;

/** An event with those that led to it and those that follow from it. */
export class Family {
  readonly members = new Map<number, Relative>();
  isCut = false;
  private readonly self: number;
  private readonly ancestors: ReadonlySet<number>;

  /** `ancestors` are the numbers of those that led to the event. */
  constructor(self: number, ancestors: readonly number[]) {
    this.self = self;
    this.ancestors = new Set(ancestors);
  }

  /** Takes in an event that was just made, if it belongs here. */
  meet(event: FlowEvent, step: number): boolean {
    const relation = this.relationOf(event);
    if (relation === null) return false;
    if (this.members.size >= mostEvents) {
      this.isCut = true;
      return false;
    }
    const { number, source, timeUs, causation } = event;
    const token = tokenOf(event);
    this.members.set(number, { token, source, bornUs: timeUs, bornStep: step, cause: causation, relation });
    return true;
  }

  has(token: Token | null): token is Token {
    return token !== null && this.members.has(token.number);
  }

  private relationOf({ number, causation }: FlowEvent): Relative['relation'] | null {
    if (number === this.self) return 'self';
    if (this.ancestors.has(number)) return 'ancestor';
    const parent = this.members.get(causation);
    return parent === undefined || parent.relation === 'ancestor' ? null : 'descendant';
  }
}
