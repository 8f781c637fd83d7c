import type { ReactNode } from 'react';
import type { FaceProps, KindFace } from '#ui/look/FaceProps';
import { NoteSign } from '#ui/look/icons';
import styles from './NoteFace.module.css';

/** A sticky note: a title and a text in which `**bold**`, `*italic*`, `code` in backticks and `- ` lists work. */
function NoteFace({ node, settings, zoomLevel, isSelected }: FaceProps) {
  const text = typeof settings['text'] === 'string' ? settings['text'] : '';
  return (
    <div className={styles['note']} data-selected={isSelected} data-level={zoomLevel}>
      {zoomLevel !== 'block' && (
        <>
          <div className={styles['title']} data-part="name">
            {node.name}
          </div>
          {zoomLevel === 'full' && <div className={styles['text']}>{paragraphs(text)}</div>}
        </>
      )}
    </div>
  );
}

function paragraphs(text: string): readonly ReactNode[] {
  return text.split('\n').map((line, index) => {
    const item = /^\s*[-*]\s+(.*)$/.exec(line);
    return (
      <p key={index} data-item={item !== null}>
        {inline(item?.[1] ?? line)}
      </p>
    );
  });
}

/** Text with its marks taken out and turned into elements; everything else stays the text that it is. */
function inline(line: string): readonly ReactNode[] {
  return line.split(/(\*\*[^*]+\*\*|\*[^*]+\*|`[^`]+`)/).map((part, index) => {
    if (part.startsWith('**') && part.endsWith('**') && part.length > 4)
      return <b key={index}>{part.slice(2, -2)}</b>;
    if (part.startsWith('*') && part.endsWith('*') && part.length > 2)
      return <em key={index}>{part.slice(1, -1)}</em>;
    if (part.startsWith('`') && part.endsWith('`') && part.length > 2)
      return <code key={index}>{part.slice(1, -1)}</code>;
    return part;
  });
}

function Icon({ size = 36 }: { readonly size?: number }) {
  return <NoteSign size={size} />;
}

/** How notes look. */
export const noteFace: KindFace = {
  Face: NoteFace,
  Icon,
  size: () => ({ width: 222, height: 100 }),
  spread: () => 0,
  figure: () => null,
  isCalling: () => false,
  isFrame: false,
  mapShape: () => 'note',
  presetOf: () => 'note.plain',
};
