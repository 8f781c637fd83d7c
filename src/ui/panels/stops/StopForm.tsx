import { useMemo, useState, type SyntheticEvent } from 'react';
import type { FlowDoc } from '#engine/model/FlowDoc';
import type { StopRule } from '#engine/runtime/stops/StopRule';
import { kindById } from '#kinds/index';
import { useText, type Translate } from '#ui/i18n/useText';
import { useDocument } from '#ui/store/documentStore';
import { doesRun } from '#ui/store/doesRun';
import { useStops } from '#ui/store/stopStore';
import { useView } from '#ui/store/viewStore';
import { ConditionInput, problemOfCondition } from './ConditionInput';
import styles from './stops.module.css';
import { stateName, wireName } from './stopWords';

type On = Exclude<StopRule['on'], 'arrival'>;
type Part = 'node' | 'wire' | 'type' | 'key' | 'text' | 'state' | 'protocol' | 'over';

/** What each rule asks for. */
const parts: { readonly [O in On]: readonly Part[] } = {
  node: ['node'],
  wire: ['wire'],
  type: ['type'],
  key: ['key'],
  condition: ['text'],
  state: ['node', 'state'],
  queue: ['node', 'over'],
  protocol: ['protocol'],
};
const sorts = Object.keys(parts) as readonly On[]; // The keys of that very table.

type Values = Readonly<Partial<Record<Part, string>>>;

/** Adds a breakpoint: what to stop at, and from the how many-th time on. */
export function StopForm() {
  const t = useText();
  const doc = useDocument((state) => state.doc);
  const [on, setOn] = useState<On>('node');
  const [values, setValues] = useState<Values>({});
  const [nth, setNth] = useState('1');
  const [problem, setProblem] = useState<'' | 'missing' | 'emptyKey' | 'emptyText'>('');
  const all = useFilled(doc, values);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    if (on === 'condition' && problemOfCondition(all.text ?? '') !== null) return;
    const empty = parts[on].find((part) => part !== 'protocol' && (all[part] ?? '').trim() === '');
    const isRight = empty === undefined;
    setProblem(isRight ? '' : empty === 'key' ? 'emptyKey' : empty === 'text' ? 'emptyText' : 'missing');
    if (!isRight) return;
    const count = Math.max(1, Math.round(Number(nth)) || 1);
    useStops.getState().add(ruleOf(on, all), count);
    setValues({ ...values, key: '', text: '' });
    setNth('1');
  }

  return (
    <form className={styles['form']} onSubmit={submit} aria-label={t('stopping.add')} noValidate>
      <label className={styles['wide']}>
        {t('stopping.what')}
        <select
          value={on}
          onChange={({ target }) => {
            setOn(sorts.find((one) => one === target.value) ?? 'node');
            setProblem('');
          }}
        >
          {sorts.map((one) => (
            <option key={one} value={one}>
              {t(`stopping.on.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {parts[on].map((part) => (
        <PartInput
          key={part}
          part={part}
          value={all[part] ?? ''}
          options={optionsOf(part, doc, all, t)}
          onChange={(value) => {
            setValues({ ...values, [part]: value });
            setProblem('');
          }}
        />
      ))}
      <label>
        {t('stopping.nth')}
        <input
          type="number"
          min={1}
          max={1_000_000}
          value={nth}
          onChange={({ target }) => setNth(target.value)}
        />
      </label>
      {problem !== '' && (
        <p role="alert" className={styles['problem']}>
          {t(`stopping.${problem}`)}
        </p>
      )}
      <button type="submit" className={styles['go']}>
        {t('stopping.addButton')}
      </button>
    </form>
  );
}

interface Option {
  readonly id: string;
  readonly name: string;
}

interface InputProps {
  readonly part: Part;
  readonly value: string;
  /** Null for what is typed. */
  readonly options: readonly Option[] | null;
  readonly onChange: (value: string) => void;
}

function PartInput({ part, value, options, onChange }: InputProps) {
  const t = useText();
  if (part === 'text') return <ConditionInput value={value} onChange={onChange} />;
  return (
    <label className={part === 'wire' || part === 'key' || part === 'protocol' ? styles['wide'] : undefined}>
      {t(`stopping.${part}`)}
      {options === null ? (
        <input
          type={part === 'over' ? 'number' : 'text'}
          min={0}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          placeholder={part === 'key' ? t('stopping.keyHint') : undefined}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      ) : (
        <select value={value} onChange={({ target }) => onChange(target.value)}>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </label>
  );
}

/** What is chosen, and for the rest what lies nearest: the selected node or wire, the first of a list. */
function useFilled(doc: FlowDoc, values: Values): Values {
  const selection = useView((state) => state.selection);
  return useMemo(() => {
    const nodes = runners(doc);
    const has = (id: string | undefined) => nodes.some((one) => one.id === id);
    const near = selection.nodes.find(has) ?? nodes[0]?.id ?? '';
    const node = has(values.node) ? (values.node ?? near) : near;
    const states = statesOf(doc, node);
    const state = states.includes(values.state ?? '') ? values.state : states[0];
    const wire = firstOf(doc.wires, values.wire, selection.wires[0]);
    const type = firstOf(doc.eventTypes, values.type);
    const protocol = doc.protocols.some(({ id }) => id === values.protocol) ? values.protocol : '';
    return { over: '10', ...values, node, state: state ?? '', wire, type, protocol: protocol ?? '' };
  }, [doc, values, selection]);
}

function firstOf(list: readonly { readonly id: string }[], ...wanted: (string | undefined)[]): string {
  return wanted.find((id) => list.some((one) => one.id === id)) ?? list[0]?.id ?? '';
}

const runners = (doc: FlowDoc) => doc.nodes.filter(({ kind }) => doesRun(kind));

function statesOf(doc: FlowDoc, id: string): readonly string[] {
  const kind = doc.nodes.find((node) => node.id === id)?.kind ?? '';
  return kindById.get(kind)?.automaton.states ?? [];
}

function optionsOf(part: Part, doc: FlowDoc, values: Values, t: Translate): readonly Option[] | null {
  switch (part) {
    case 'node':
      return runners(doc);
    case 'wire':
      return doc.wires.map(({ id }) => ({ id, name: wireName(doc, id, t) ?? id }));
    case 'type':
      return doc.eventTypes;
    case 'state':
      return statesOf(doc, values.node ?? '').map((id) => ({ id, name: stateName(id, t) }));
    case 'protocol':
      return [{ id: '', name: t('stopping.anyProtocol') }, ...doc.protocols];
    default:
      return null;
  }
}

function ruleOf(on: On, values: Values): StopRule {
  const { node = '', wire = '', type = '', key = '', text = '', state = '', protocol = '', over } = values;
  switch (on) {
    case 'node':
      return { on, node };
    case 'wire':
      return { on, wire };
    case 'type':
      return { on, type };
    case 'key':
      return { on, key: key.trim() };
    case 'condition':
      return { on, text: text.trim() };
    case 'state':
      return { on, node, state };
    case 'queue':
      return { on, node, over: Math.max(0, Math.round(Number(over)) || 0) };
    case 'protocol':
      return { on, protocol };
  }
}
