import { createSprites, type Sprites } from '#ui/look/drawToken';
import { samplePath, type PathSamples } from '../wirePath';
import { drawHops } from './drawHops';
import { drawTokens } from './drawTokens';
import { unpackTokens } from './packTokens';
import type { SamplesOf, TokenPicture, TokenSetting } from './TokenScene';

const font = 'system-ui, sans-serif';

/** Paints tokens onto a canvas, in whichever thread has it. */
export class TokenStage {
  readonly #canvas: HTMLCanvasElement | OffscreenCanvas;
  readonly #context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
  #setting: TokenSetting | null = null;
  #sprites: Sprites | null = null;
  #samplesOf: SamplesOf = () => null;

  constructor(canvas: HTMLCanvasElement | OffscreenCanvas) {
    this.#canvas = canvas;
    this.#context = canvas.getContext('2d');
  }

  /** Paints a picture; with a setting, which holds for the pictures to come as well. */
  paint(picture: TokenPicture, setting: TokenSetting | null): void {
    if (setting !== null) this.#furnish(setting);
    if (this.#context === null || this.#setting === null || this.#sprites === null) return;
    const { tokens, isStill, ...rest } = picture;
    const scene = { ...this.#setting, ...rest, sprites: this.#sprites, samplesOf: this.#samplesOf, font };
    const draw = isStill ? drawHops : drawTokens;
    draw(this.#context, scene, unpackTokens(tokens));
  }

  #furnish(setting: TokenSetting): void {
    const { palette, pixelRatio } = setting;
    const [width, height] = [setting.width * pixelRatio, setting.height * pixelRatio].map(Math.round);
    // A canvas that is given a size is empty, even if it had that size.
    if (width !== undefined && this.#canvas.width !== width) this.#canvas.width = width;
    if (height !== undefined && this.#canvas.height !== height) this.#canvas.height = height;
    const before = this.#setting;
    // The palette comes from another thread as a new object each time.
    const isSame = before?.pixelRatio === pixelRatio && before.palette.ink === palette.ink;
    if (!isSame || before.palette.canvas !== palette.canvas)
      this.#sprites = createSprites(palette, pixelRatio);
    this.#setting = setting;
    this.#samplesOf = measured(setting.paths);
  }
}

/** Measures the path of a wire when the first token is on it. */
function measured(paths: TokenSetting['paths']): SamplesOf {
  const known = new Map<number, PathSamples>();
  return (wire) => {
    const path = paths[wire];
    if (path === null || path === undefined) return null;
    const samples = known.get(wire) ?? samplePath(path);
    known.set(wire, samples);
    return samples;
  };
}
