import { createContext } from 'react';
import type { ZoomLevel } from '#ui/look/FaceProps';

/** How much of a node is drawn at a zoom. */
export function zoomLevelAt(zoom: number): ZoomLevel {
  if (zoom >= 0.7) return 'full';
  if (zoom >= 0.4) return 'compact';
  return zoom >= 0.2 ? 'silhouette' : 'block';
}

/** The level that the canvas is at: changes a few times a minute, unlike the zoom itself. */
export const ZoomLevelContext = createContext<ZoomLevel>('full');
