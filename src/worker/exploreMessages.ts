import type { CheckAnswer } from '#engine/analysis/explore/Check';
import type { ExploreProgress } from '#engine/analysis/explore/Explorer';
import type { PropertyRequest } from '#engine/analysis/explore/Property';
import type { CheckSettings } from '#engine/analysis/explore/settings';
import type { FlowDoc } from '#engine/model/FlowDoc';

/** What a worker that explores is given, once. The document was checked by the importer. */
export interface ExploreRequest {
  readonly doc: FlowDoc;
  readonly property: PropertyRequest;
  readonly settings: CheckSettings;
}

/** What it says: how far it is, again and again, and then one of the other two. */
export type ExploreResponse =
  { readonly progress: ExploreProgress } | { readonly problem: string } | { readonly result: CheckAnswer };
