import { defineRunning, type RunningKind } from '#engine/model/NodeKind';
import { still } from '#engine/model/passive';
import { bus } from './bus/bus';
import { busBehaviour } from './bus/busBehaviour';
import { group } from './group/group';
import { handler } from './handler/handler';
import { handlerBehaviour } from './handler/handlerBehaviour';
import { note } from './note/note';
import { publisher } from './publisher/publisher';
import { publisherBehaviour } from './publisher/publisherBehaviour';
import { store } from './store/store';
import { storeBehaviour } from './store/storeBehaviour';

const list: readonly RunningKind[] = [
  defineRunning(publisher, publisherBehaviour),
  defineRunning(bus, busBehaviour),
  defineRunning(handler, handlerBehaviour),
  defineRunning(store, storeBehaviour),
  defineRunning(note, still),
  defineRunning(group, still),
];

/** Every kind with its behaviour, by id: for whoever runs flows. The page draws and edits without them. */
export const runningKinds: ReadonlyMap<string, RunningKind> = new Map(list.map((kind) => [kind.id, kind]));
