import { useMemo } from 'react';
import { useText } from '#ui/i18n/useText';
import type { NameWire } from './flowElements';
import type { WireLook } from '#ui/store/wireLook';

const keys: Readonly<Record<WireLook, 'canvas.wireAsync' | 'canvas.wireCall' | 'canvas.wireDead'>> = {
  async: 'canvas.wireAsync',
  call: 'canvas.wireCall',
  dead: 'canvas.wireDead',
};

/** What wires are called when they are read out. */
export function useWireNames(): NameWire {
  const t = useText();
  return useMemo(() => (look, from, to) => t(keys[look], { from, to }), [t]);
}
