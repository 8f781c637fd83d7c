import { RunClient } from '#worker/RunClient';
import { createRunPort, type RunListener, type RunPort } from '#worker/RunPort';
import { useDocument } from './documentStore';
import { isMotionReduced } from './isMotionReduced';
import { Player } from './Player';
import { connectPlayer, useRun } from './runStore';
import { stopBetween, stopsAt } from './stopsAt';

type CreatePort = (listener: RunListener) => RunPort;

let users = 0;
let stopRun: () => void = () => undefined;

/**
 * Runs the document of the document store, and every later one, behind the run store. Returns what ends it.
 * Whoever needs the run may call it: one worker serves all, until the last has ended it.
 */
export function startRun(createPort: CreatePort = createRunPort): () => void {
  users += 1;
  if (users === 1) stopRun = start(createPort);
  let isStarted = true;
  return () => {
    if (!isStarted) return;
    isStarted = false;
    users -= 1;
    if (users === 0) stopRun();
  };
}

function start(createPort: CreatePort): () => void {
  const client = new RunClient(createPort);
  const player = new Player(
    { get: useRun.getState, set: useRun.setState },
    {
      ask: (question, ...values) => client.ask(question, ...values),
      nextFrame: (draw) => requestAnimationFrame(draw),
      isMotionReduced,
      stopsAt,
      stopBetween,
    },
  );
  client.onProgress = (progress) => player.report(progress);
  connectPlayer(player, (question, ...values) => client.ask(question, ...values));
  player.load(useDocument.getState().doc, { step: 0 });
  const forget = useDocument.subscribe((now, before) => {
    if (now.id !== before.id) player.load(now.doc, { step: 0 });
    else if (now.revision !== before.revision) player.load(now.doc, 'sameTime');
  });
  return () => {
    forget();
    player.stop();
    client.stop();
    connectPlayer(null);
  };
}
