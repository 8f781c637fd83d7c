import type { Example } from '#ui/panels/gallery/Example';

/** The flows of the gallery, in its order. The first is what a newcomer sees running. */
export const examples: readonly Example[] = [];
