import type { TokenMessage } from './tokenMessages';
import { TokenStage } from './TokenStage';

/** Paints the tokens of all canvases of the page beside its own thread, which has enough to do while a run plays. */
const stages = new Map<number, TokenStage>();

addEventListener('message', ({ data }: MessageEvent<TokenMessage>) => {
  if (data.what === 'canvas') stages.set(data.id, new TokenStage(data.canvas));
  else if (data.what === 'paint') stages.get(data.id)?.paint(data.picture, data.setting);
  else if (data.what === 'gone') stages.delete(data.id);
  else postMessage('alive');
});
