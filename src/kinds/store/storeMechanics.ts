import type { Settings } from '#engine/model/fields';
import type { Mechanics } from '#engine/model/Mechanics';
import type { StoreSettings } from './storeFields';

/** What a store says of itself to whoever works out the long run. */
export function storeMechanics(settings: Settings): Mechanics {
  const { latency } = settings as unknown as StoreSettings; // The importer checked it against storeFields.
  return { access: { latency }, beyond: [] };
}
