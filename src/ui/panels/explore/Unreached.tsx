import type { Coverage } from '#engine/analysis/explore/coverageOf';
import { hasText } from '#ui/i18n/catalogue';
import { useText } from '#ui/i18n/useText';
import { useExplore } from '#ui/store/exploreStore';
import styles from './explore.module.css';

interface Props {
  readonly unreached: Coverage;
}

/** What no order reaches: told only where every order was looked at. */
export function Unreached({ unreached }: Props) {
  const t = useText();
  const lists = useUnreachedLists(unreached);
  const some = Object.entries(lists).filter(([, list]) => list.length > 0);
  return (
    <section className={styles['unreached']} aria-labelledby="never-reached">
      <h3 id="never-reached">{t('exploring.unreached')}</h3>
      {some.length === 0 && <p className={styles['note']}>{t('exploring.unreached.nothing')}</p>}
      <ul>
        {some.map(([what, list]) => {
          const key = `exploring.unreached.${what}`;
          return <li key={what}>{hasText(key) ? t(key, { list: list.join(t('exploring.and')) }) : ''}</li>;
        })}
      </ul>
    </section>
  );
}

function useUnreachedLists({ wires, states, types, outcomes }: Coverage) {
  const t = useText();
  // The indices are those of the flow that was explored, which may have changed since.
  const asked = useExplore((state) => state.asked);
  const nodeName = (node: number) => asked?.nodes[node]?.name ?? '';
  const nameOf = (id: string) => asked?.nodes.find((node) => node.id === id)?.name ?? '';
  const stateName = (state: string) => {
    const key = `kinds.state.${state}`;
    return hasText(key) ? t(key) : state;
  };
  const nodes = [...new Set(states.map(({ node }) => node))];
  const statesOf = (node: number) =>
    states.filter((one) => one.node === node).map(({ state }) => stateName(state));
  return {
    wires: wires.map((index) => {
      const wire = asked?.wires[index];
      return wire === undefined ? '' : `${nameOf(wire.from.node)} → ${nameOf(wire.to.node)}`;
    }),
    states: nodes.map((node) => `${nodeName(node)} (${statesOf(node).join(t('exploring.and'))})`),
    types: types.map((type) => asked?.eventTypes[type]?.name ?? ''),
    outcomes: outcomes.map((outcome) => t(`kinds.fact.${outcome}`)),
  };
}
