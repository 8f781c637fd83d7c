import { Tabs } from '@base-ui/react/tabs';
import { ArrowDown } from 'lucide-react';
import type { FlowNode } from '#engine/model/FlowDoc';
import { kindById } from '#kinds/index';
import { useText } from '#ui/i18n/useText';
import { AutomatonTab } from '#ui/panels/automaton/AutomatonTab';
import { late } from '#ui/look/late';
import { WhyNow } from '#ui/panels/why/WhyNow';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { changeSetting, endGesture } from './changeSetting';
import { FieldForm } from './FieldForm';
import { fieldText } from './fieldText';
import styles from './inspector.module.css';
import { MetricsTab } from './MetricsTab';
import { NodeHeader } from './NodeHeader';
import { ProfileChoice } from './ProfileChoice';
import { ServiceActions } from './ServiceActions';

const ProtocolsEditor = late(
  async () => (await import('#ui/panels/protocol/ProtocolsEditor')).ProtocolsEditor,
);

interface Props {
  readonly node: FlowNode;
}

/** One node: what it is set to, its automaton, and its figures. */
export function NodeInspector({ node }: Props) {
  const t = useText();
  const kind = kindById.get(node.kind);
  const tab = useView((state) => state.inspectorTab);
  const showInspector = useView((state) => state.showInspector);
  if (kind === undefined) return null;
  const form = <SetupForm node={node} />;
  return (
    <>
      <NodeHeader node={node} kind={kind} />
      {kind.runs && <WhyNow node={node.id} />}
      {kind.runs ? (
        <Tabs.Root value={tab} onValueChange={showInspector} className={styles['tabs']}>
          <Tabs.List className={styles['tabList']} aria-label={t('shell.inspector.tabs')}>
            {(['setup', 'automaton', 'metrics'] as const).map((id) => (
              <Tabs.Tab key={id} value={id} className={styles['tab']}>
                {t(`shell.inspector.${id}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="setup" className={styles['body']}>
            {form}
          </Tabs.Panel>
          <Tabs.Panel value="automaton" className={styles['wide']}>
            <AutomatonTab node={node} />
          </Tabs.Panel>
          <Tabs.Panel value="metrics" className={styles['body']}>
            <MetricsTab nodeId={node.id} />
          </Tabs.Panel>
        </Tabs.Root>
      ) : (
        <div className={styles['body']}>{form}</div>
      )}
    </>
  );
}

/** Kept free above them for the tabs, in pixels. */
const tabsHeight = 48;

/** The way to the protocols, which stand below many settings. */
function ProtocolsJump({ bus }: { readonly bus: string }) {
  const t = useText();
  const count = useDocument(
    ({ doc }) => doc.protocols.filter(({ settings }) => settings['bus'] === bus).length,
  );
  return (
    <button
      type="button"
      className={styles['jump']}
      onClick={(event) => {
        const form = event.currentTarget.parentElement;
        const section = form?.querySelector<HTMLElement>('[data-protocols]');
        if (!section) return;
        // In a sheet all of it scrolls, and elsewhere only the form.
        let scrolling = form;
        while (scrolling && getComputedStyle(scrolling).overflowY !== 'auto')
          scrolling = scrolling.parentElement;
        scrolling?.scrollTo({
          top:
            scrolling.scrollTop +
            section.getBoundingClientRect().top -
            scrolling.getBoundingClientRect().top -
            tabsHeight,
        });
        section.focus({ preventScroll: true });
      }}
    >
      {t('protocol.jumpTo', { n: count })} <ArrowDown size={13} aria-hidden />
    </button>
  );
}

function SetupForm({ node }: Props) {
  const t = useText();
  const kind = kindById.get(node.kind);
  if (kind === undefined) return null;
  if (!kind.runs && kind.fields.length === 0) return <ServiceActions node={node} />;
  if (kind.fields.length === 0) return <p className={styles['quiet']}>{t('shell.inspector.noSettings')}</p>;
  return (
    <>
      {kind.followsProtocols === true && <ProtocolsJump bus={node.id} />}
      {kind.profiles !== undefined && <ProfileChoice node={node} profiles={kind.profiles} />}
      <FieldForm
        fields={kind.fields}
        owner={kind.id}
        settings={node.settings}
        idPrefix={`node-${node.id}`}
        onChange={(field, value) => {
          const values = { field: fieldText(t, `${kind.id}.${field}`), of: node.name };
          changeSetting({ part: 'nodes', id: node.id, field, value, values });
        }}
        onEnd={endGesture}
      />
      {kind.followsProtocols === true && <ProtocolsEditor key={node.id} bus={node.id} />}
    </>
  );
}
