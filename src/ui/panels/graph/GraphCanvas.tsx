import { Maximize, Minus, Plus } from 'lucide-react';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useText } from '#ui/i18n/useText';
import type { AutomatonPicture } from './AutomatonPicture';
import styles from './graph.module.css';
import { GraphDrawing } from './GraphDrawing';
import { GraphMap } from './GraphMap';
import type { Box } from './geometry';
import type { PictureLayout } from './PictureLayout';
import { useGesture, type CanvasGesture } from './useGesture';
import { useLayout } from './useLayout';
import { useSize } from './useSize';
import { useSteadyView } from './useSteadyView';
import { useViewport } from './useViewport';
import { scales, wholeScale, type Size, type Viewport } from './viewportOf';
import { walkPicture, type Move, type Place } from './walkPicture';

export interface CanvasProps {
  readonly picture: AutomatonPicture;
  /** The name of the automaton, for screen readers. */
  readonly label: string;
  readonly place: Place | null;
  readonly onPlace: (place: Place | null) => void;
  /** Fills the room it is given instead of being as high as it must. */
  readonly isLarge?: boolean;
  /** Is asked first; true when it did something. */
  readonly onKey?: (event: KeyboardEvent) => boolean;
  /** What else pointers do here. */
  readonly gesture?: CanvasGesture;
  /** On top of the drawing, in its coordinates. */
  readonly overlay?: (layout: PictureLayout) => ReactNode;
  /**
   * On top of the drawing, beside it in the page: told where places are in the window, or its
   * middle while they are not yet drawn, and how high the window is.
   */
  readonly renderAbove?: (boxOf: (place: Place) => Box, height: number) => ReactNode;
  /** Instead of a drawing without states. */
  readonly empty?: ReactNode;
  /** Lets states glide to their new places. */
  readonly hasMotion?: boolean;
  /** Stands in the bar before the buttons to zoom. */
  readonly tools?: ReactNode;
}

const moves: Readonly<Record<string, Move>> = {
  ArrowRight: 'forward',
  ArrowLeft: 'back',
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'home',
  End: 'now',
};

const rooms = {
  narrow: { width: 340, height: 460 },
  wide: { width: 900, height: 580 },
  large: { width: 1200, height: 720 },
} as const;
const lowest = 96;
const unmeasured: Size = { width: 0, height: 0 };

/** The drawing in a window that can be moved and zoomed, walked with the keyboard from one tab stop. */
export function GraphCanvas(props: CanvasProps) {
  const { picture, label, place, onPlace, isLarge = false, onKey, gesture, overlay, tools } = props;
  const { renderAbove, empty, hasMotion = false } = props;
  const t = useText();
  const element = useRef<HTMLDivElement>(null);
  const measured = useSize(element);
  const size = measured ?? unmeasured;
  const isEditing = gesture !== undefined;
  const room = measured === null ? null : rooms[roomOf(measured, isLarge)];
  const { layout, isCurrent, failure } = useLayout(picture, room, isEditing);
  const height = isLarge ? size.height : heightOf(layout, size);
  const control = useViewport({
    element,
    drawing: layout ?? { width: 1, height: 1 },
    window: { width: size.width, height },
    around: layout === null ? undefined : boxOf(layout, aroundOf(layout)),
    isLarge,
  });
  useSteadyView(isEditing, layout, place, control);
  const pointers = useGesture({ control, layout, onPlace, ...(gesture !== undefined && { gesture }) });

  function handleKey(event: KeyboardEvent) {
    if (event.target !== event.currentTarget) return;
    if (onKey?.(event) === true) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const move = moves[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || move === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = walkPicture(picture, place, move);
    onPlace(next);
    const box = layout === null || next === null ? undefined : boxOfPlace(layout, next);
    if (box !== undefined) control.reveal(box);
  }

  return (
    <>
      {/* Its role is a control of its own kind: it takes the arrow keys. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={element}
        className={styles['window']}
        data-large={isLarge || undefined}
        data-editing={gesture !== undefined || undefined}
        data-larger={control.isLarger || undefined}
        style={isLarge ? undefined : { height }}
        // Keys walk the drawing, so screen readers must let them through.
        role="application"
        aria-roledescription={t('graph.role')}
        aria-label={t('graph.name', {
          name: label,
          n: picture.states.filter(({ form }) => form !== 'frame').length,
        })}
        aria-busy={!isCurrent}
        // The drawing is one control: what is inside is walked with arrow keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        onKeyDown={handleKey}
        {...pointers}
      >
        {picture.states.length === 0 ? (
          <div className={styles['quiet']}>{empty ?? t('graph.nothing')}</div>
        ) : layout === null ? (
          <p className={styles['quiet']}>{quietText()}</p>
        ) : (
          <GraphDrawing
            picture={picture}
            layout={layout}
            viewport={control.viewport}
            place={place}
            overlay={overlay?.(layout)}
            hasMotion={hasMotion}
            isByItself={control.isByItself && !isEditing}
          />
        )}
        {layout !== null && control.isLarger && picture.states.length > 0 && (
          <GraphMap
            layout={layout}
            current={picture.current}
            viewport={control.viewport}
            window={{ width: size.width, height }}
            onLook={control.lookAt}
          />
        )}
        {renderAbove?.((wanted) => {
          const box = layout === null ? undefined : boxOfPlace(layout, wanted);
          return box === undefined ? middle(size.width, height) : seenBox(box, control.viewport);
        }, height)}
      </div>
      <div className={styles['bar']}>
        {tools}
        {picture.states.length > 0 && <ZoomTools onZoom={control.zoomBy} onFit={control.showWhole} />}
      </div>
    </>
  );

  /** Nobody who draws wants to be led to what is current. */
  function aroundOf({ starts, states }: PictureLayout): string | undefined {
    return (isEditing ? undefined : picture.current[0]) ?? starts[0]?.state ?? states[0]?.state.id;
  }

  function quietText(): string {
    if (failure === 'tooLarge') return t('graph.tooLarge', { n: picture.states.length });
    return failure === 'failed' ? t('graph.failed') : t('graph.drawing');
  }
}

interface ZoomProps {
  readonly onZoom: (factor: number) => void;
  readonly onFit: () => void;
}

function ZoomTools({ onZoom, onFit }: ZoomProps) {
  const t = useText();
  return (
    <>
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('graph.zoomOut')}
        title={t('graph.zoomOut')}
        onClick={() => onZoom(1 / 1.3)}
      >
        <Minus size={15} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('graph.zoomIn')}
        title={t('graph.zoomIn')}
        onClick={() => onZoom(1.3)}
      >
        <Plus size={15} aria-hidden />
      </button>
      <button
        type="button"
        className={styles['tool']}
        aria-label={t('graph.fit')}
        title={t('graph.fit')}
        onClick={onFit}
      >
        <Maximize size={14} aria-hidden />
      </button>
    </>
  );
}

/** By classes of sizes: dragging an edge of the panel does not lay everything out anew with every pixel. */
function roomOf({ width }: Size, isLarge: boolean): keyof typeof rooms {
  if (width < 560) return 'narrow';
  return isLarge ? 'large' : 'wide';
}

/** As high as the drawing is when it is seen whole, or as can be when it is then too small to be read. */
function heightOf(layout: PictureLayout | null, size: Size): number {
  if (layout === null) return lowest;
  const highest = Math.min(rooms[roomOf(size, false)].height, Math.max(320, globalThis.innerHeight * 0.66));
  const whole = wholeScale(layout, { width: size.width, height: highest });
  const scale = whole >= scales.legible ? whole : scales.near;
  return Math.min(highest, Math.max(lowest, layout.height * scale));
}

function boxOfPlace(layout: PictureLayout, place: Place): Box | undefined {
  if (place.on === 'state') return boxOf(layout, place.id);
  const placed = layout.arrows.find(({ arrows }) => arrows.some(({ id }) => id === place.id));
  return placed?.label ?? undefined;
}

function middle(width: number, height: number): Box {
  return { x: width / 2 - 30, y: height / 2 - 15, width: 60, height: 30 };
}

function seenBox(box: Box, { x, y, scale }: Viewport): Box {
  return {
    x: box.x * scale + x,
    y: box.y * scale + y,
    width: box.width * scale,
    height: box.height * scale,
  };
}

function boxOf(layout: PictureLayout, state: string | undefined): Box | undefined {
  return layout.states.find((one) => one.state.id === state)?.box;
}
