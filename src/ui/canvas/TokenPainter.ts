import { shownTheme } from '#ui/look/applyTheme';
import { createSprites, type Sprites } from '#ui/look/drawToken';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { visibleFlights, type FlightMoment } from '#ui/store/visibleFlights';
import { drawHops, recentHops } from './drawHops';
import { drawTokens, placeTokens } from './drawTokens';
import type { Point } from './portPoint';
import { runPicture, type RunPicture } from './runPicture';
import type { TokenScene } from './TokenScene';

const font = 'system-ui, sans-serif';
/** How near to a token's middle a click counts, in pixels. */
const clickReach = 14;

/** The run whose tokens are painted. */
export interface TokenSource {
  readonly moment: () => FlightMoment;
  readonly picture: () => RunPicture;
}

/** Paints the token canvas, at most once per animation frame and only after something changed. */
export class TokenPainter {
  readonly #source: TokenSource;
  #element: HTMLCanvasElement | null = null;
  #viewportOf: () => TokenScene['viewport'] = () => ({ x: 0, y: 0, zoom: 1 });
  #request = 0;
  #sprites: Sprites | null = null;
  #pixelRatio = 1;
  #size = { width: 0, height: 0 };

  constructor(source: TokenSource) {
    this.#source = source;
  }

  attach(element: HTMLCanvasElement, viewportOf: () => TokenScene['viewport']): void {
    this.#element = element;
    this.#viewportOf = viewportOf;
    this.refresh();
  }

  detach(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#element = null;
  }

  /** Colours, size or pixel ratio changed: measures again and draws new sprites. */
  refresh(): void {
    this.#sprites = null;
    this.schedule();
  }

  schedule(): void {
    if (this.#request !== 0 || this.#element === null) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#paint();
    });
  }

  /** The number of the event whose token lies at a point of the window, or null. */
  eventAt(point: Point): number | null {
    if (this.#element === null || isMotionReduced()) return null;
    const { left, top } = this.#element.getBoundingClientRect();
    const [x, y] = [point.x - left, point.y - top];
    const hit = placeTokens(this.#scene(), visibleFlights(this.#source.moment()))
      .map((token) => ({
        number: token.flight.token?.number,
        distance: Math.hypot(token.x - x, token.y - y),
      }))
      .filter(({ distance }) => distance <= clickReach)
      .toSorted((a, b) => a.distance - b.distance)[0];
    return hit?.number ?? null;
  }

  #paint(): void {
    const context = this.#element?.getContext('2d');
    if (this.#element === null || context === null || context === undefined) return;
    const scene = this.#scene();
    if (isMotionReduced()) {
      const { window, playhead } = this.#source.moment();
      const hops = window === null ? [] : recentHops(window.entries, window.start.step, playhead.step);
      drawHops(context, scene, hops);
    } else {
      drawTokens(context, scene, visibleFlights(this.#source.moment()));
    }
  }

  #scene(): TokenScene {
    const sprites = this.#sprites ?? this.#measure();
    const { isPlaying } = this.#source.moment();
    const { wires, eventTypes } = this.#source.picture();
    return {
      viewport: this.#viewportOf(),
      ...this.#size,
      pixelRatio: this.#pixelRatio,
      palette: shownTheme().palette,
      sprites,
      wires,
      eventTypes,
      selectedEvent: useView.getState().selectedEvent,
      family: useView.getState().family,
      isLabelled: !isPlaying,
      font,
    };
  }

  #measure(): Sprites {
    const element = this.#element;
    this.#pixelRatio = window.devicePixelRatio || 1;
    if (element !== null) {
      const { clientWidth: width, clientHeight: height } = element;
      this.#size = { width, height };
      element.width = Math.round(width * this.#pixelRatio);
      element.height = Math.round(height * this.#pixelRatio);
    }
    this.#sprites = createSprites(shownTheme().palette, this.#pixelRatio, (size) => {
      const canvas = document.createElement('canvas');
      canvas.width = size;
      canvas.height = size;
      return canvas;
    });
    return this.#sprites;
  }
}

/** The painter of the flow that is edited: shared by the overlay and by clicks, which ask it what lies under the pointer. */
export const tokenPainter = new TokenPainter({
  moment: () => useRun.getState(),
  picture: () => runPicture(useRun.getState().doc, useDocument.getState().doc),
});
