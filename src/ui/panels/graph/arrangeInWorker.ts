import ELK from 'elkjs/lib/elk-api';
import type { ElkNode } from 'elkjs/lib/elk-api';
import workerUrl from 'elkjs/lib/elk-worker.min.js?url';

/** A drawing of 60 states takes a tenth of a second; what takes so long will not come. */
const patienceMs = 15_000;

let elk: InstanceType<typeof ELK> | null = null;

/** Lays a graph out in a worker of its own, which is started by the first and serves all. */
export async function arrangeInWorker(graph: ElkNode): Promise<ElkNode> {
  elk ??= new ELK({ workerUrl, workerFactory: (url) => new Worker(url ?? workerUrl, { name: 'layout' }) });
  const own = elk;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      own.terminateWorker();
      if (elk === own) elk = null;
      reject(new Error('The layout took too long.'));
    }, patienceMs);
  });
  try {
    return await Promise.race([own.layout(graph), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}
