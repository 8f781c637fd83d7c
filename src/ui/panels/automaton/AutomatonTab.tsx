import type { FlowNode } from '#engine/model/FlowDoc';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import styles from './automaton.module.css';
import { chooseView, useChosenView } from '#ui/store/chosenView';
import { automatonViews } from './views/index';

interface Props {
  readonly node: FlowNode;
}

/** A node as an automaton, in one of the ways that apply to it. */
export function AutomatonTab({ node }: Props) {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const chosen = useChosenView((state) => state.view);
  const views = automatonViews.filter(({ appliesTo }) => appliesTo(node, doc));
  const view = views.find(({ id }) => id === chosen) ?? views[0];
  if (view === undefined) return null;
  const { Body } = view;
  return (
    <>
      {views.length > 1 && (
        <div className={styles['views']} role="radiogroup" aria-label={t('automaton.views')}>
          {views.map(({ id, title }) => (
            <label key={id} className={styles['view']}>
              <input
                type="radio"
                name={`automaton-view-${node.id}`}
                checked={id === view.id}
                onChange={() => chooseView(id)}
              />
              {t(title)}
            </label>
          ))}
        </div>
      )}
      <Body key={`${view.id} ${node.id}`} node={node} />
    </>
  );
}
