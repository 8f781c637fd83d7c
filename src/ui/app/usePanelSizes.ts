import { useState } from 'react';

/** Sizes of the panels in pixels; 0 while folded. */
export interface PanelSizes {
  readonly inspector: number;
  readonly bottom: number;
}

export const usualSizes: PanelSizes = { inspector: 318, bottom: 316 };

const place = 'busbar.panels';

/** Panel sizes, kept from visit to visit where the browser allows it. */
export function usePanelSizes(): readonly [PanelSizes, (change: Partial<PanelSizes>) => void] {
  const [sizes, setSizes] = useState(readSizes);
  const change = (next: Partial<PanelSizes>) => {
    const changed = { ...sizes, ...next };
    setSizes(changed);
    try {
      localStorage.setItem(place, JSON.stringify(changed));
    } catch {
      // Storage is denied: the sizes hold for this visit.
    }
  };
  return [sizes, change];
}

function readSizes(): PanelSizes {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? '{}');
    const read = (key: keyof PanelSizes) => {
      const value = Object.entries(Object(stored)).find(([name]) => name === key)?.[1];
      return typeof value === 'number' && value >= 0 && value < 4000 ? value : usualSizes[key];
    };
    return { inspector: read('inspector'), bottom: read('bottom') };
  } catch {
    return usualSizes;
  }
}
