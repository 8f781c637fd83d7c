import type { FaceProps, KindFace } from '#ui/look/FaceProps';
import { GroupSign } from '#ui/look/icons';
import styles from './GroupFace.module.css';

/** A dashed frame with its name in the upper edge. */
function GroupFace({ node, zoomLevel, isSelected }: FaceProps) {
  return (
    <div className={styles['group']} data-selected={isSelected} data-level={zoomLevel}>
      {zoomLevel !== 'block' && (
        <span className={styles['name']} data-part="name">
          {node.name}
        </span>
      )}
    </div>
  );
}

function Icon({ size = 36 }: { readonly size?: number }) {
  return <GroupSign size={size} />;
}

/** How groups look. */
export const groupFace: KindFace = {
  Face: GroupFace,
  Icon,
  size: () => ({ width: 272, height: 240 }),
  spread: () => 0,
  figure: () => null,
  isCalling: () => false,
  isFrame: true,
  mapShape: () => 'dashed',
  presetOf: () => 'group.plain',
};
