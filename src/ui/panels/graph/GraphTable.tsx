import { useText } from '#ui/i18n/useText';
import type { AutomatonPicture } from './AutomatonPicture';
import styles from './graph.module.css';
import { signsOf } from './signsOf';

interface Props {
  readonly picture: AutomatonPicture;
}

/** The same automaton as a table: a line for each state, with all that leads out of it. */
export function GraphTable({ picture }: Props) {
  const t = useText();
  const nameOf = (id: string) => picture.states.find((state) => state.id === id)?.label ?? id;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{t('graph.table.state')}</th>
          <th scope="col">{t('graph.table.ways')}</th>
        </tr>
      </thead>
      <tbody>
        {picture.states.map((state) => (
          <tr key={state.id} data-current={picture.current.includes(state.id) || undefined}>
            <th scope="row">
              {state.label || t('graph.unnamed')}
              <br />
              <small>
                {[
                  ...signsOf(state, picture, t),
                  state.note ?? '',
                  (state.tokens ?? []).map(({ label }) => label).join(t('canvas.comma')),
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </small>
            </th>
            <td>
              {picture.arrows
                .filter(({ from }) => from === state.id)
                .map(({ id, lines, figure, to }) => (
                  <div key={id}>
                    {lines.join(' ') || t('graph.noLabel')} → {nameOf(to)}
                    {figure !== undefined && <small> {figure}</small>}
                  </div>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
