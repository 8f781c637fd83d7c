import type { NodeKind } from '#engine/model/NodeKind';
import { bus } from './bus/bus';
import { group } from './group/group';
import { handler } from './handler/handler';
import { note } from './note/note';
import { publisher } from './publisher/publisher';
import { store } from './store/store';

/** Everything one can put on the canvas, in the order of the palette. */
export const kinds: readonly NodeKind[] = [publisher, bus, handler, store, note, group];

/** The kinds by their id. */
export const kindById: ReadonlyMap<string, NodeKind> = new Map(kinds.map((kind) => [kind.id, kind]));
