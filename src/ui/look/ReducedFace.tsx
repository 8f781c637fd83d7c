import type { ReactNode } from 'react';
import { BlockFace, Card, CompactFace, SilhouetteFace, type Tone } from './FaceParts';
import type { ZoomLevel } from './FaceProps';

interface ReducedFaceProps {
  readonly zoomLevel: Exclude<ZoomLevel, 'full'>;
  readonly isSelected: boolean;
  readonly name: string;
  readonly word: string;
  readonly figure: string;
  readonly tone: Tone;
  /** 0 to 1. */
  readonly load: number;
  readonly icon: ReactNode;
  readonly isStrong?: boolean;
}

/** What remains of a face when it is too small for all of it: the same for every kind. */
export function ReducedFace(props: ReducedFaceProps) {
  const { zoomLevel, isSelected, name, word, figure, tone, load, icon, isStrong = false } = props;
  if (zoomLevel === 'block') return <BlockFace isStrong={isStrong} tone={tone} isSelected={isSelected} />;
  return (
    <Card tone={tone} isSelected={isSelected}>
      {zoomLevel === 'compact' ? (
        <CompactFace name={name} word={word} figure={figure} tone={tone} />
      ) : (
        <SilhouetteFace icon={icon} load={load} />
      )}
    </Card>
  );
}
