import type { TokenMessage } from './tokenMessages';
import type { TokenPicture, TokenSetting } from './TokenScene';

/** Where tokens are painted. */
export interface TokenSurface {
  /** Paints a picture; with a setting when that has changed, and the first time. */
  paint(picture: TokenPicture, setting: TokenSetting | null): void;
  remove(): void;
}

/** How often the worker is asked whether it is alive, while it has something to paint, and how long it may keep silent. */
const askEveryMs = 2_000;
const patienceMs = 8_000;

let worker: Worker | null = null;
let canvases = 0;
let isLost = false;
let askedMs = -Infinity;
let alarm: ReturnType<typeof setTimeout> | null = null;
const whenLost = new Set<() => void>();

/**
 * Has a canvas painted: by a worker where the browser can hand canvases over, otherwise in the page itself. If the worker
 * dies, `onLost` hears of it: nobody can paint this canvas any more, and another one will be painted in the page.
 */
export function createTokenSurface(canvas: HTMLCanvasElement, onLost: () => void): TokenSurface {
  const canHandOver = 'transferControlToOffscreen' in canvas && !isLost;
  return canHandOver ? paintedByWorker(canvas, onLost) : paintedHere(canvas);
}

function startWorker(): Worker {
  const started = new Worker(new URL('./tokenWorker.ts', import.meta.url), {
    type: 'module',
    name: 'tokens',
  });
  started.addEventListener('error', lose);
  started.addEventListener('message', () => {
    if (alarm !== null) clearTimeout(alarm);
    alarm = null;
  });
  return started;
}

function send(message: TokenMessage, transfer: Transferable[] = []): void {
  worker?.postMessage(message, transfer);
}

function lose(): void {
  isLost = true;
  worker?.terminate();
  worker = null;
  whenLost.forEach((tell) => tell());
}

/** A worker that was killed says nothing: it is asked now and then. */
function watch(): void {
  const nowMs = performance.now();
  if (alarm !== null || nowMs - askedMs < askEveryMs) return;
  askedMs = nowMs;
  alarm = setTimeout(lose, patienceMs);
  send({ what: 'ask' });
}

function paintedByWorker(canvas: HTMLCanvasElement, onLost: () => void): TokenSurface {
  worker ??= startWorker();
  whenLost.add(onLost);
  canvases += 1;
  const id = canvases;
  const handed = canvas.transferControlToOffscreen();
  send({ what: 'canvas', id, canvas: handed }, [handed]);
  return {
    paint(picture, setting) {
      send({ what: 'paint', id, picture, setting }, [picture.tokens.buffer]);
      watch();
    },
    remove() {
      whenLost.delete(onLost);
      send({ what: 'gone', id });
    },
  };
}

function paintedHere(canvas: HTMLCanvasElement): TokenSurface {
  const stage = import('./TokenStage').then(({ TokenStage }) => new TokenStage(canvas));
  return {
    paint: (picture, setting) => void stage.then((found) => found.paint(picture, setting)),
    remove: () => undefined,
  };
}
