import type { ObserveRequest } from './observeProtocol';
import { ObserveServer } from './ObserveServer';

/** Messages to oneself come after messages that have already arrived, and are not slowed down as timers are. */
const soon = new MessageChannel();
let work: () => void = () => undefined;
soon.port1.addEventListener('message', () => work());
soon.port1.start();

const server = new ObserveServer({
  post: (response) => self.postMessage(response, {}),
  later: (next) => {
    work = next;
    soon.port2.postMessage(null, []);
  },
  now: () => performance.now(),
});

self.addEventListener('message', ({ data }: MessageEvent<ObserveRequest>) => server.receive(data));
