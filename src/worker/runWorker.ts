import { Run } from '#engine/runtime/Run';
import { runningKinds } from '#kinds/runningKinds';
import type { Request } from './protocol';
import { RunServer } from './RunServer';

/** Messages to oneself come after messages that have already arrived, and are not slowed down as timers are. */
const soon = new MessageChannel();
let work: () => void = () => undefined;
soon.port1.addEventListener('message', () => work());
soon.port1.start();

const server = new RunServer(new Run(runningKinds), {
  post: (response) => self.postMessage(response, {}),
  later(next, afterMs) {
    work = next;
    if (afterMs > 0) setTimeout(work, afterMs);
    else soon.port2.postMessage(null, []);
  },
  now: () => performance.now(),
});

self.addEventListener('message', ({ data }: MessageEvent<Request>) => server.receive(data));
