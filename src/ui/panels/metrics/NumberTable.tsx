import { useText } from '#ui/i18n/useText';
import { download } from '#ui/commands/download';
import { useView } from '#ui/store/viewStore';
import { copyText } from '../dialogs/copyText';
import { csvOf, type Cell } from './csvOf';
import styles from './metrics.module.css';

/** Rows of numbers as people read them, and as they are. */
export interface NumberRows {
  readonly title: string;
  readonly head: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly string[])[];
  /** Plain numbers with their units in the head: for a spreadsheet. */
  readonly plain: { readonly head: readonly string[]; readonly rows: readonly (readonly Cell[])[] };
}

/** The numbers behind a drawing, in rows. */
export function NumberTable({ numbers }: { readonly numbers: NumberRows }) {
  return (
    <table className={styles['table']}>
      <caption>{numbers.title}</caption>
      <thead>
        <tr>
          {numbers.head.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {numbers.rows.map(([name, ...cells], row) => (
          <tr key={String(row)}>
            <th scope="row">{name}</th>
            {cells.map((cell, column) => (
              <td key={numbers.head[column + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ExportsProps {
  readonly isEmpty: boolean;
  readonly numbers: () => NumberRows | null;
}

/** Takes the numbers elsewhere. */
export function NumberExports({ isEmpty, numbers }: ExportsProps) {
  const t = useText();
  const csv = () => {
    const plain = numbers()?.plain;
    return plain === undefined ? '' : csvOf(plain.head, plain.rows);
  };

  async function copy() {
    const isCopied = await copyText(csv());
    useView
      .getState()
      .showToast(
        isCopied
          ? { text: t('metrics.copied'), tone: 'success' }
          : { text: t('player.copyFailed'), tone: 'warn' },
      );
  }

  return (
    <>
      <button type="button" disabled={isEmpty} onClick={() => void copy()}>
        {t('metrics.copyCsv')}
      </button>
      <button type="button" disabled={isEmpty} onClick={() => download('metrics.csv', csv(), 'text/csv')}>
        {t('metrics.saveCsv')}
      </button>
    </>
  );
}
