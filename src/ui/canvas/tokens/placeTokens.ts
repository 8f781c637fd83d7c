import type { Point } from '../outward';
import { pointAlong, type PathSamples } from '../wirePath';
import type { SeenToken } from './SeenToken';
import { toScreen, type TokenScene } from './TokenScene';

/** A token where it is drawn, in CSS pixels of the canvas element. */
export interface PlacedToken extends Point {
  readonly token: SeenToken;
  readonly samples: PathSamples;
}

const margin = 40;

/** Where each token is on the screen; those out of sight are left out. */
export function placeTokens(
  scene: Pick<TokenScene, 'viewport' | 'width' | 'height' | 'samplesOf'>,
  tokens: readonly SeenToken[],
): readonly PlacedToken[] {
  const placed: PlacedToken[] = [];
  for (const token of tokens) {
    const samples = scene.samplesOf(token.wire);
    if (samples === null) continue;
    const { x, y } = toScreen(scene, pointAlong(samples, token.share));
    if (x < -margin || y < -margin || x > scene.width + margin || y > scene.height + margin) continue;
    placed.push({ token, samples, x, y });
  }
  return placed;
}
