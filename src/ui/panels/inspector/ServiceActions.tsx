import type { FlowNode } from '#engine/model/FlowDoc';
import { nodesWithin } from '#engine/model/nodesWithin';
import { commands } from '#ui/commands/index';
import { doesRun } from '#ui/store/doesRun';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { useRun } from '#ui/store/runStore';
import controls from './control.module.css';
import styles from './inspector.module.css';

/** What a group is, when something in it runs: a service, which can be crashed and paused as a whole. */
export function ServiceActions({ node }: { readonly node: FlowNode }) {
  const t = useText();
  const nodes = useDocument((state) => state.doc.nodes);
  // Whether it is down or paused follows from the picture at the playhead.
  useRun((state) => state.playhead.step);
  const running = nodesWithin(nodes, node.id).filter((index) => doesRun(nodes[index]?.kind ?? ''));
  if (running.length === 0) return <p className={styles['quiet']}>{t('shell.inspector.noSettings')}</p>;
  return (
    <div className={controls['form']}>
      <p className={styles['quiet']}>{t('panels.service.about', { n: running.length })}</p>
      <div className={styles['actions']}>
        {commands
          .filter(({ id }) => id === 'crashNode' || id === 'pauseNode')
          .map((command) => (
            <button
              key={command.id}
              type="button"
              className={styles['action']}
              disabled={!command.isEnabled()}
              onClick={() => void command.perform()}
            >
              {t(command.labelNow?.() ?? command.label)}
            </button>
          ))}
      </div>
    </div>
  );
}
