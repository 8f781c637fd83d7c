import type { Context } from '#engine/model/NodeKind';
import type { PublisherSettings } from '../publisherFields';
import type { OpenCall, PublisherPlan, PublisherState } from '../PublisherState';

/** What a publisher does about a publish call that was refused, failed, got lost or took too long. */
export interface RefusalReaction {
  readonly id: PublisherSettings['onRefusal'];
  /** True when the call, which is no longer open, goes on; false when it was given up. */
  readonly react: (state: PublisherState, call: OpenCall, context: Context, plan: PublisherPlan) => boolean;
}
