import { useView } from './viewStore';

/** Whether things should jump rather than glide: as the person chose here, or else in the system. */
export function isMotionReduced(): boolean {
  const { reducedMotion } = useView.getState();
  return reducedMotion === 'system'
    ? matchMedia('(prefers-reduced-motion: reduce)').matches
    : reducedMotion === 'on';
}
