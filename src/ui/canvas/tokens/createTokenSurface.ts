import type { TokenMessage } from './tokenMessages';
import type { TokenPicture, TokenSetting } from './TokenScene';

/** Where tokens are painted. */
export interface TokenSurface {
  /** Paints a picture; with a setting when that has changed, and the first time. */
  paint(picture: TokenPicture, setting: TokenSetting | null): void;
  remove(): void;
}

let worker: Worker | null = null;
let canvases = 0;

/** Has a canvas painted: by a worker where the browser can hand canvases over, otherwise in the page itself. */
export function createTokenSurface(canvas: HTMLCanvasElement): TokenSurface {
  return 'transferControlToOffscreen' in canvas ? paintedByWorker(canvas) : paintedHere(canvas);
}

function paintedByWorker(canvas: HTMLCanvasElement): TokenSurface {
  worker ??= new Worker(new URL('./tokenWorker.ts', import.meta.url), { type: 'module', name: 'tokens' });
  const send = (message: TokenMessage, transfer: Transferable[] = []) =>
    worker?.postMessage(message, transfer);
  canvases += 1;
  const id = canvases;
  const handed = canvas.transferControlToOffscreen();
  send({ what: 'canvas', id, canvas: handed }, [handed]);
  return {
    paint: (picture, setting) => send({ what: 'paint', id, picture, setting }, [picture.tokens.buffer]),
    remove: () => send({ what: 'gone', id }),
  };
}

function paintedHere(canvas: HTMLCanvasElement): TokenSurface {
  const stage = import('./TokenStage').then(({ TokenStage }) => new TokenStage(canvas));
  return {
    paint: (picture, setting) => void stage.then((found) => found.paint(picture, setting)),
    remove: () => undefined,
  };
}
