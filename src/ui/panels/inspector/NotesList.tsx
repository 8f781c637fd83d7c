import { defaultsOf } from '#engine/model/defaultsOf';
import { faces } from '#kinds/faces';
import { kindById } from '#kinds/index';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import styles from './notesList.module.css';
import section from './section.module.css';

/** What the notes of the flow say, at the size of ordinary text: on a small screen they cannot be read on the canvas. */
export function NotesList() {
  const t = useText();
  const nodes = useDocument((state) => state.doc.nodes);
  const notes = nodes.filter(
    ({ kind }) => kindById.get(kind)?.runs === false && faces[kind]?.isFrame === false,
  );
  if (notes.length === 0) return null;
  return (
    <section
      className={`${section['section'] ?? ''} ${styles['notes'] ?? ''}`}
      aria-label={t('panels.notes.title')}
    >
      <h3 className={section['title']}>{t('panels.notes.title')}</h3>
      {notes.map((node) => {
        const Face = faces[node.kind]?.Face;
        const settings = { ...defaultsOf(kindById.get(node.kind)?.fields ?? []), ...node.settings };
        return (
          Face !== undefined && (
            <div key={node.id} className={styles['note']}>
              <Face
                node={node}
                settings={settings}
                frame={null}
                stateWord=""
                eventTypes={[]}
                zoomLevel="full"
                isSelected={false}
                nodeNames={none}
                wireTargets={none}
              />
            </div>
          )
        );
      })}
    </section>
  );
}

const none = () => '';
