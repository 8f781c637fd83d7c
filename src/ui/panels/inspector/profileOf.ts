import type { Settings } from '#engine/model/fields';
import type { NodeKind } from '#engine/model/NodeKind';

/** The profile whose every setting is as it is in these settings, or null: then they are a person's own. */
export function profileOf(settings: Settings, profiles: NonNullable<NodeKind['profiles']>): string | null {
  const found = profiles.find((profile) =>
    Object.entries(profile.settings).every(
      ([id, value]) => JSON.stringify(settings[id]) === JSON.stringify(value),
    ),
  );
  return found?.id ?? null;
}
