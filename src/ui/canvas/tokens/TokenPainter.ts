import type { Flight } from '#engine/runtime/Trace';
import { shownTheme } from '#ui/look/applyTheme';
import { useDocument } from '#ui/store/documentStore';
import { isMotionReduced } from '#ui/store/isMotionReduced';
import { useRun } from '#ui/store/runStore';
import { useView } from '#ui/store/viewStore';
import { eachVisibleFlight, visibleFlights, type FlightMoment } from '#ui/store/visibleFlights';
import type { Point } from '../outward';
import { runPicture, type RunPicture } from '../runPicture';
import { createTokenSurface, type TokenSurface } from './createTokenSurface';
import { TokenPack } from './packTokens';
import { placeTokens } from './placeTokens';
import { recentHops } from './recentHops';
import { seenToken, seenTokens } from './SeenToken';
import type { TokenPicture, TokenSetting } from './TokenScene';

/** How near to a token's middle a click counts, in pixels. */
const clickReach = 14;

/** The run whose tokens are painted. */
export interface TokenSource {
  readonly moment: () => FlightMoment;
  readonly picture: () => RunPicture;
}

/** Has the tokens painted, at most once per animation frame and only after something changed. */
export class TokenPainter {
  readonly #source: TokenSource;
  #canvas: HTMLCanvasElement | null = null;
  #surface: TokenSurface | null = null;
  #viewportOf: () => TokenPicture['viewport'] = () => ({ x: 0, y: 0, zoom: 1 });
  readonly #pack = new TokenPack();
  #request = 0;
  #size = { width: 0, height: 0 };
  /** Whether colours or size may be others than those that the surface was told, and of which wires and types it was. */
  #isOutdated = true;
  #told: RunPicture | null = null;

  constructor(source: TokenSource) {
    this.#source = source;
  }

  /** `onLost` hears that nobody can paint this canvas any more: another one has to be attached. */
  attach(canvas: HTMLCanvasElement, viewportOf: () => TokenPicture['viewport'], onLost: () => void): void {
    this.#canvas = canvas;
    this.#surface = createTokenSurface(canvas, onLost);
    this.#viewportOf = viewportOf;
    this.refresh();
  }

  detach(): void {
    cancelAnimationFrame(this.#request);
    this.#request = 0;
    this.#surface?.remove();
    this.#surface = null;
    this.#canvas = null;
  }

  /** Colours, size or pixel ratio changed: measures again. */
  refresh(): void {
    this.#isOutdated = true;
    this.schedule();
  }

  schedule(): void {
    if (this.#request !== 0 || this.#surface === null) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#paint();
    });
  }

  /** The number of the event whose token lies at a point of the window, or null. */
  eventAt(point: Point): number | null {
    if (this.#canvas === null || isMotionReduced()) return null;
    const { left, top } = this.#canvas.getBoundingClientRect();
    const [x, y] = [point.x - left, point.y - top];
    const { wires } = this.#source.picture();
    const tokens = seenTokens(visibleFlights(this.#source.moment()));
    const samplesOf = (wire: number) => wires[wire]?.samples ?? null;
    const hit = placeTokens({ viewport: this.#viewportOf(), ...this.#size, samplesOf }, tokens)
      .map((placed) => ({
        number: placed.token.number,
        distance: Math.hypot(placed.x - x, placed.y - y),
      }))
      .filter(({ distance }) => distance <= clickReach)
      .toSorted((a, b) => a.distance - b.distance)[0];
    return hit === undefined || hit.number < 0 ? null : hit.number;
  }

  #paint(): void {
    const moment = this.#source.moment();
    const isStill = isMotionReduced();
    const { isPlaying } = moment;
    const add = (flight: Flight, progress: number) => this.#pack.add(seenToken(flight, progress));
    if (!isStill) eachVisibleFlight(moment, add);
    else for (const flight of recentHops(moment)) add(flight, 0);
    const { selectedEvent, family } = useView.getState();
    this.#surface?.paint(
      {
        viewport: this.#viewportOf(),
        tokens: this.#pack.take(),
        isStill,
        isLabelled: !isPlaying,
        selectedEvent,
        family,
      },
      this.#newSetting(),
    );
  }

  /** What has changed besides the tokens, or null. */
  #newSetting(): TokenSetting | null {
    const picture = this.#source.picture();
    const isKnown = picture.wires === this.#told?.wires && picture.eventTypes === this.#told.eventTypes;
    if (isKnown && !this.#isOutdated) return null;
    if (this.#isOutdated && this.#canvas !== null) {
      const { clientWidth: width, clientHeight: height } = this.#canvas;
      this.#size = { width, height };
    }
    this.#isOutdated = false;
    this.#told = picture;
    return {
      ...this.#size,
      pixelRatio: window.devicePixelRatio || 1,
      palette: shownTheme().palette,
      paths: picture.wires.map((wire) => wire?.path ?? null),
      eventTypes: picture.eventTypes,
    };
  }
}

/** The painter of the flow that is edited: shared by the overlay and by clicks, which ask it what lies under the pointer. */
export const tokenPainter = new TokenPainter({
  moment: () => useRun.getState(),
  picture: () => runPicture(useRun.getState().doc, useDocument.getState().doc),
});
