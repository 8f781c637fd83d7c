import type { LogColumns, LogTable } from '#engine/interop/LogTable';
import { useText } from '#ui/i18n/useText';
import styles from './dialog.module.css';

const rowsShown = 5;

/** The first rows of a log, with what each column is taken for. */
export function LogPreview({ table, columns }: { readonly table: LogTable; readonly columns: LogColumns }) {
  const t = useText();
  const roles = (['time', 'type', 'key'] as const).flatMap((role) =>
    columns[role] === null ? [] : [[columns[role], t(`panels.log.${role}`)] as const],
  );
  const roleOf = (index: number) =>
    roles
      .filter(([column]) => column === index)
      .map(([, role]) => role)
      .join(', ');
  return (
    // Scrolls sideways when there are many columns, and so must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles['scroll']} aria-label={t('panels.log.preview')} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            {table.columns.map((column, index) => (
              <th key={index} scope="col">
                {column}
                {roleOf(index) !== '' && <span className={styles['pill']}>{roleOf(index)}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.slice(0, rowsShown).map(({ line, cells }) => (
            <tr key={line}>
              {cells.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
