import { commands } from '#ui/commands/index';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import styles from './inspector.module.css';

interface Props {
  readonly nodes: number;
  readonly wires: number;
}

/** What can be done with several things at once. */
export function ManyInspector({ nodes, wires }: Props) {
  const t = useText();
  // What is enabled depends on the document, too.
  useDocument((state) => state.doc);
  const offered = commands.filter(
    ({ group, id }) => (group === 'arrange' && !id.startsWith('nudge')) || common.has(id),
  );
  return (
    <>
      <header className={styles['header']}>
        <h2 className={styles['heading']}>{t('panels.many.title', { n: nodes + wires })}</h2>
        <p className={styles['subtitle']}>{t('panels.many.about', { nodes, wires })}</p>
      </header>
      <div className={styles['body']}>
        <div className={styles['actions']}>
          {offered
            .filter(
              (command) => command.isEnabled() && (command.isOn === undefined || common.has(command.id)),
            )
            .map((command) => (
              <button
                key={command.id}
                type="button"
                className={styles['action']}
                aria-pressed={command.isOn?.()}
                onClick={() => void command.perform()}
              >
                {t(command.label)}
              </button>
            ))}
        </div>
      </div>
    </>
  );
}

/** Commands for any selection, besides those that arrange it. */
const common: ReadonlySet<string> = new Set([
  'duplicate',
  'copy',
  'cut',
  'deleteSelected',
  'deleteAndReconnect',
  'pauseNode',
  'crashNode',
]);
