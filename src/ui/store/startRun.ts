import { RunClient } from '#worker/RunClient';
import { createRunPort, type RunListener, type RunPort } from '#worker/RunPort';
import { useDocument } from './documentStore';
import { isMotionReduced } from './isMotionReduced';
import { Player } from './Player';
import type { AskRun, RunHost } from './runData';
import { connectPlayer, useRun } from './runStore';
import { activeStops } from './activeStops';
import { StopLine } from './StopLine';
import { keepStopsByDocument, noteFailures, noteStopped, useStops } from './stopStore';

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
  const host: RunHost = { get: useRun.getState, set: useRun.setState };
  const ask: AskRun = (question, ...values) => client.ask(question, ...values);
  const line = new StopLine(
    host,
    ask,
    () => activeStops(useStops.getState().breakpoints, useRun.getState().doc),
    ({ failures }) => noteFailures(failures),
  );
  const player = new Player(host, {
    ask,
    nextFrame: (draw) => requestAnimationFrame(draw),
    isMotionReduced,
    barrierAfter: (step) => line.after(step),
    onStopped(step) {
      const stop = line.foundAt(step);
      if (stop === null) return;
      const { found, stops } = stop;
      noteStopped({ step, timeUs: found.timeUs, hits: found.hits, stops });
    },
  });
  client.onProgress = (progress) => player.report(progress);
  connectPlayer(player, ask);
  player.load(useDocument.getState().doc, { step: 0 });
  const forget = useDocument.subscribe((now, before) => {
    if (now.id !== before.id) player.load(now.doc, { step: 0 });
    else if (now.revision !== before.revision) player.load(now.doc, 'sameTime');
  });
  const forgetStops = keepStopsByDocument();
  const forgetTold = dropWhatIsPast();
  return () => {
    forget();
    forgetStops();
    forgetTold();
    player.stop();
    client.stop();
    connectPlayer(null);
  };
}

/** A sentence on why the playhead stands somewhere is gone as soon as it stands elsewhere. */
function dropWhatIsPast(): () => void {
  return useRun.subscribe((now, before) => {
    const isNew = now.generation !== before.generation;
    const { failures, placesUs } = useStops.getState();
    if (isNew && failures.length + placesUs.length > 0) useStops.setState({ failures: [], placesUs: [] });
    if (now.playhead === before.playhead && now.isPlaying === before.isPlaying) return;
    const { told } = useStops.getState();
    if (told?.what !== 'stopped') return;
    // On the way there by a jump, the playhead still stands where it was.
    const isComing = now.playhead === before.playhead && !now.isPlaying;
    if (isNew || (now.playhead.step !== told.step && !isComing)) useStops.setState({ told: null });
  });
}
