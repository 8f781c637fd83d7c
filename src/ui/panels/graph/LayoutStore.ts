import type { AutomatonPicture } from './AutomatonPicture';
import { layoutKey } from './layoutKey';
import { layoutPicture, type Arrange, type Room } from './layoutPicture';
import type { PictureLayout } from './PictureLayout';

const mostKept = 60;

/** Keeps layouts that were computed, and computes each only once however often it is asked for. */
export class LayoutStore {
  readonly #arrange: Arrange;
  readonly #done = new Map<string, PictureLayout>();
  readonly #running = new Map<string, Promise<PictureLayout>>();

  constructor(arrange: Arrange) {
    this.#arrange = arrange;
  }

  /** The layout of a picture if it is known by now. */
  known(picture: AutomatonPicture, room: Room): PictureLayout | null {
    return this.#done.get(layoutKey(picture, room)) ?? null;
  }

  /** The layout of a picture. Rejects when it cannot be computed; the next one who asks tries again. */
  async layout(picture: AutomatonPicture, room: Room): Promise<PictureLayout> {
    const key = layoutKey(picture, room);
    const known = this.#done.get(key);
    if (known !== undefined) return known;
    const running = this.#running.get(key) ?? layoutPicture(picture, room, this.#arrange);
    this.#running.set(key, running);
    try {
      const layout = await running;
      this.#done.set(key, layout);
      // A map gives its keys in the order of coming: the first has been there longest.
      for (const oldest of this.#done.keys()) if (this.#done.size > mostKept) this.#done.delete(oldest);
      return layout;
    } finally {
      this.#running.delete(key);
    }
  }
}
