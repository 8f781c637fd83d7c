import { useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { LaneWindow } from '#engine/runtime/lanes/LaneWindow';
import type { LaneView } from '#ui/store/laneStore';
import { ShownRunContext, useShownRun } from '#ui/store/shownRun';
import { tileOf, tilesFor } from './laneTiles';

/** Tiles that are kept: enough to zoom out and in again without asking. */
const mostTiles = 8;
/** Between two questions, in milliseconds. */
const pauseMs = 60;

interface Kept {
  readonly generation: number;
  readonly tiles: readonly LaneWindow[];
}

/** What is known of a view; asks for it, one question at a time and the latest wanted first. */
export function useLaneTiles(view: LaneView): {
  readonly tile: LaneWindow | null;
  readonly isCurrent: boolean;
} {
  const run = useContext(ShownRunContext);
  const generation = useShownRun((state) => state.generation);
  // As long as the run is computed, what is known of a tile grows: it is asked for again now and then.
  const knownUs = useShownRun((state) => (state.isComplete ? Infinity : (state.summary?.timeUs ?? 0)));
  const query = useMemo(() => tileOf(view), [view]);
  const [kept, setKept] = useState<Kept>({ generation: -1, tiles: [] });
  const key = `${generation} ${query.fromUs} ${query.toUs}`;
  const own = kept.generation === generation ? kept.tiles : [];
  const found = own.find((tile) => tile.fromUs === query.fromUs && tile.toUs === query.toUs);
  const lackUs = Math.min(query.toUs, knownUs) - (found?.knownUs ?? query.fromUs);
  const isWanted = generation > 0 && (found === undefined || lackUs > (query.toUs - query.fromUs) / 20);
  const wanted = useRef({ key, query, generation, isWanted });
  const asking = useRef({ isAsking: false, isMounted: true });

  useEffect(() => {
    const state = asking.current;
    state.isMounted = true;
    return () => {
      state.isMounted = false;
    };
  }, []);

  useEffect(() => {
    wanted.current = { key, query, generation, isWanted };
    if (isWanted && !asking.current.isAsking) void askOn();

    async function askOn() {
      const state = asking.current;
      state.isAsking = true;
      while (state.isMounted && wanted.current.isWanted) {
        const now = wanted.current;
        try {
          const tile = await run.getState().ask('lanes', now.query);
          if (state.isMounted) setKept((before) => withTile(before, tile, now.generation));
        } catch {
          // Overtaken by a new document, which has another generation.
        }
        await new Promise((done) => setTimeout(done, pauseMs));
      }
      state.isAsking = false;
    }
    // The key stands for the query, which is a new object whenever the view moves.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [key, isWanted]);

  const tile = tilesFor(view, own)[0] ?? null;
  return { tile, isCurrent: found !== undefined };
}

/** The newest first; an older answer to the same question makes room. */
function withTile({ generation, tiles }: Kept, tile: LaneWindow, now: number): Kept {
  const others = generation === now ? tiles : [];
  const rest = others.filter(({ fromUs, toUs }) => fromUs !== tile.fromUs || toUs !== tile.toUs);
  return { generation: now, tiles: [tile, ...rest].slice(0, mostTiles) };
}
