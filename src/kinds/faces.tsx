import type { KindFace } from '#ui/look/FaceProps';
import { busFace } from '#kinds/bus/BusFace';
import { groupFace } from '#kinds/group/GroupFace';
import { handlerFace } from '#kinds/handler/HandlerFace';
import { noteFace } from '#kinds/note/NoteFace';
import { publisherFace } from '#kinds/publisher/PublisherFace';
import { storeFace } from '#kinds/store/StoreFace';

/** How each kind looks, by the id of the kind. */
export const faces: Readonly<Record<string, KindFace>> = {
  publisher: publisherFace,
  bus: busFace,
  handler: handlerFace,
  store: storeFace,
  note: noteFace,
  group: groupFace,
};
