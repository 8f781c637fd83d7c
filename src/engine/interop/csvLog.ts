import { createProblem } from '#engine/model/createProblem';
import { limits } from '#engine/model/limits';
import { ProblemList } from '#engine/model/ProblemList';
import type { LogRow, LogTable } from './LogTable';
import { tooLargeLog } from './tooLargeLog';

/**
 * Takes CSV apart (RFC 4180, with comma, semicolon or tab, whichever the header has most of, and any line
 * ends). The first line names the columns. Rows with another number of cells are problems; empty lines are
 * nothing.
 */
export function csvLog(text: string): LogTable {
  if (text.length > limits.logLength) return tooLargeLog(text);
  const source = text.replace(/^\uFEFF/, '');
  const problems = new ProblemList();
  const [header, ...lines] = split(source, separatorOf(source), problems);
  if (header === undefined) {
    return { columns: [], rows: [], problems: [createProblem('log-empty', [])] };
  }
  const columns = header.cells.map((name, index) => name.trim() || `#${index + 1}`);
  const rows = lines.filter(({ line, cells }) => {
    if (cells.length === columns.length) return true;
    problems.warning('log-row-columns', [], { row: line, count: cells.length, max: columns.length });
    return false;
  });
  return { columns, rows, problems: problems.list };
}

/** Counted in the header, outside of quotation marks. */
function separatorOf(text: string): string {
  const header = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const count = (sign: string) => header.split(sign).length;
  return [';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ',');
}

function split(text: string, separator: string, problems: ProblemList): readonly LogRow[] {
  const rows: LogRow[] = [];
  const plain = new RegExp(`[^\\r\\n${separator}]*`, 'y');
  let [line, start, at] = [1, 1, 0];
  let cells = [''];
  const finish = () => {
    if (cells.length > 1 || cells[0]?.trim() !== '') rows.push({ line: start, cells });
    cells = [''];
    start = line;
  };
  while (at < text.length) {
    const sign = text.charAt(at);
    if (sign === separator) {
      cells.push('');
      at++;
    } else if (sign === '\n' || sign === '\r') {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line++;
      finish();
    } else if (sign === '"' && cells.at(-1) === '') {
      const end = endOfQuote(text, at + 1);
      if (end === -1) {
        problems.warning('log-row-quote', [], { row: start });
        return rows;
      }
      cells[cells.length - 1] = text.slice(at + 1, end).replaceAll('""', '"');
      line += countOf('\n', text.slice(at, end));
      at = end + 1;
    } else {
      plain.lastIndex = at;
      const piece = plain.exec(text)?.[0] ?? '';
      cells[cells.length - 1] += piece;
      at += piece.length;
    }
  }
  finish();
  return rows;
}

/** Where the quotation mark stands that is not doubled; -1 when there is none. */
function endOfQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2);
  return at;
}

function countOf(sign: string, text: string): number {
  let count = 0;
  for (let at = text.indexOf(sign); at !== -1; at = text.indexOf(sign, at + 1)) count++;
  return count;
}
