import { Dialog } from '@base-ui/react/dialog';
import { useMemo } from 'react';
import { useText } from '#ui/i18n/useText';
import { textOf } from '#ui/i18n/catalogue';
import { faces } from '#kinds/faces';
import type { FlowNode } from '#engine/model/FlowDoc';
import type { Command } from '#ui/commands/Command';
import { commandById, commands } from '#ui/commands/index';
import { useDocument } from '#ui/store/documentStore';
import { useView } from '#ui/store/viewStore';
import { KeyCaps } from '../helpSheet/KeyCaps';
import { PickList, type Choice } from '../quickAdd/PickList';
import styles from './commandPalette.module.css';

/** All commands and all nodes in one searchable list. */
export function CommandPalette() {
  const t = useText();
  const close = useView((view) => view.closeDialog);
  const nodes = useDocument((state) => state.doc.nodes);
  const choices = useMemo(
    () => [
      ...commands
        .filter((command) => command.id !== 'commandPalette')
        .map((command) => choiceOf(command, t(command.label), t(`editor.group.${command.group}`))),
      ...nodes.map((node) =>
        choiceOfNode(node, t('editor.commands.goTo', { name: node.name }), t('editor.commands.nodes')),
      ),
    ],
    [nodes, t],
  );
  const pick = (id: string) => {
    close();
    const command = commandById.get(id);
    // The command finds the page as it is without the palette: focus given back, dialog gone.
    requestAnimationFrame(() => {
      if (command === undefined) goTo(id.slice(nodePrefix.length));
      else if (command.isEnabled()) void command.perform();
    });
  };
  return (
    <Dialog.Root open onOpenChange={(isOpen) => !isOpen && close()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles['backdrop']} />
        <Dialog.Popup className={styles['popup']} aria-label={t('editor.commands.title')}>
          <PickList
            label={t('editor.commands.search')}
            choices={choices}
            none={(query) => t('editor.commands.none', { query })}
            onPick={pick}
          />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

const nodePrefix = 'node ';

function choiceOf(command: Command, label: string, chapter: string): Choice {
  const [shortcut] = command.shortcuts;
  return {
    id: command.id,
    label,
    chapter,
    // Both languages, so that those who learned a word in one find it in the other.
    keywords: [command.label, command.words]
      .flatMap((key) => (key === undefined ? [] : [textOf('en', key), textOf('zh-Hans', key)]))
      .concat(chapter),
    isDisabled: !command.isEnabled(),
    aside: (
      <>
        {command.isOn?.() === true && <span aria-hidden>✓ </span>}
        {shortcut !== undefined && <KeyCaps shortcut={shortcut} />}
      </>
    ),
  };
}

function choiceOfNode(node: FlowNode, label: string, chapter: string): Choice {
  const Icon = faces[node.kind]?.Icon;
  return {
    id: `${nodePrefix}${node.id}`,
    label,
    chapter,
    keywords: [node.name],
    aside: Icon === undefined ? undefined : <Icon settings={node.settings} size={26} />,
  };
}

function goTo(node: string): void {
  const { select, canvasApi } = useView.getState();
  select({ nodes: [node] });
  canvasApi?.focusNode(node);
}
