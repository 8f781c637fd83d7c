import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import type { Protocol } from '#engine/model/FlowDoc';
import { limits } from '#engine/model/limits';
import { useText } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import controls from '../inspector/control.module.css';
import { addProtocol, copyProtocol } from './editProtocols';
import styles from './protocol.module.css';
import { ProtocolItem } from './ProtocolItem';

interface Props {
  readonly bus: string;
}

/** The protocols of a bus: a list, each entry to open and change, and a way to take one that another bus has. */
export function ProtocolsEditor({ bus }: Props) {
  const t = useText();
  const title = useId();
  const protocols = useDocument((state) => state.doc.protocols);
  const [open, setOpen] = useState<string | null>(null);
  const own = protocols.filter(({ settings }) => settings['bus'] === bus);
  const others = protocols.filter(({ settings }) => settings['bus'] !== bus);
  const isFull = protocols.length >= limits.protocols;
  return (
    // The way to it from above leads the focus here.
    <section className={styles['section']} aria-labelledby={title} data-protocols tabIndex={-1}>
      <h3 id={title} className={styles['title']}>
        {t('protocol.title')}
      </h3>
      {own.length === 0 && <p className={styles['quiet']}>{t('protocol.none')}</p>}
      <ul className={styles['list']}>
        {own.map((protocol) => (
          <ProtocolItem
            key={protocol.id}
            protocol={protocol}
            isOpen={open === protocol.id}
            onToggle={(isOpen) => setOpen(isOpen ? protocol.id : null)}
          />
        ))}
      </ul>
      <button
        type="button"
        className={controls['small']}
        disabled={isFull}
        onClick={() => setOpen(addProtocol(bus, t('protocol.newName')))}
      >
        <Plus size={13} aria-hidden /> {t('protocol.add')}
      </button>
      {others.length > 0 && (
        <TakeProtocol others={others} isFull={isFull} onTake={(one) => setOpen(copyProtocol(bus, one))} />
      )}
    </section>
  );
}

interface TakeProps {
  readonly others: readonly Protocol[];
  readonly isFull: boolean;
  readonly onTake: (protocol: Protocol) => void;
}

/** Chooses one of the protocols of other buses, and takes a copy of it when told to. */
function TakeProtocol({ others, isFull, onTake }: TakeProps) {
  const t = useText();
  const [chosen, setChosen] = useState('');
  const wanted = others.find(({ id }) => id === chosen);
  return (
    <div className={styles['take']}>
      <select
        className={controls['select']}
        aria-label={t('protocol.copyFrom')}
        disabled={isFull}
        value={wanted === undefined ? '' : chosen}
        onChange={({ target }) => setChosen(target.value)}
      >
        <option value="">{t('protocol.copyFrom')}</option>
        {others.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button
        type="button"
        className={controls['small']}
        disabled={isFull || wanted === undefined}
        onClick={() => {
          if (wanted !== undefined) onTake(wanted);
          setChosen('');
        }}
      >
        {t('protocol.take')}
      </button>
    </div>
  );
}
