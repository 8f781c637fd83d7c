import { useId, useState } from 'react';
import { asDeterministic } from '#engine/automata/asDeterministic';
import type { Automaton } from '#engine/automata/Automaton';
import { compileRegex } from '#engine/automata/compileRegex';
import { minimise } from '#engine/automata/minimise';
import { parseRegex } from '#engine/automata/parseRegex';
import { automatonFormats } from '#engine/interop/automatonFormats';
import { readAutomatonFile } from '#engine/interop/readAutomatonFile';
import { createProblem, valueText } from '#engine/model/createProblem';
import type { Problem } from '#engine/model/Problem';
import { useText } from '#ui/i18n/useText';
import { automatonFileMax, readTextFile } from '../dialogs/readTextFile';
import { ProblemList } from '../problems/ProblemList';
import styles from './observed.module.css';

/** Automata that a person gives for the comparison: an expression that is typed, and a file that is chosen. */
export interface Given {
  readonly regex: Automaton | null;
  readonly file: Automaton | null;
}

type Reading = { readonly automaton: Automaton } | { readonly problems: readonly Problem[] };

interface Props {
  readonly onGive: (automaton: Automaton | null) => void;
}

interface ExpressionProps extends Props {
  /** What "any" stands for besides the letters of the expression. */
  readonly letters: readonly string[];
}

/** A field for a regular expression over names of event types. */
export function GivenExpression({ letters, onGive }: ExpressionProps) {
  const t = useText();
  const id = useId();
  const [text, setText] = useState('');
  const [reading, setReading] = useState<Reading | null>(null);
  return (
    <div className={styles['given']}>
      <label htmlFor={id}>{t('observed.expression')}</label>
      <input
        id={id}
        type="text"
        value={text}
        spellCheck={false}
        aria-describedby={`${id}help`}
        placeholder={t('observed.expressionExample')}
        onChange={(event) => {
          const given = event.target.value;
          const read = given.trim() === '' ? null : readExpression(given, letters);
          setText(given);
          setReading(read);
          onGive(read !== null && 'automaton' in read ? read.automaton : null);
        }}
      />
      <p id={`${id}help`} className={styles['quiet']}>
        {t('observed.expressionHelp')}
      </p>
      {reading !== null && 'problems' in reading && <ProblemList problems={reading.problems} />}
    </div>
  );
}

/** A file with an automaton, in any format that is known. */
export function GivenFile({ onGive }: Props) {
  const t = useText();
  const id = useId();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const endings = automatonFormats.flatMap((format) => format.endings).join();
  return (
    <div className={styles['given']}>
      <label htmlFor={id}>{t('observed.file')}</label>
      <input
        id={id}
        type="file"
        accept={endings}
        onChange={async (event) => {
          const file = event.target.files?.[0];
          if (file === undefined) return;
          const read = await readTextFile(file, automatonFileMax);
          const reading = read.ok ? readFile(file.name, read.value) : read;
          onGive('automaton' in reading ? reading.automaton : null);
          setProblems('problems' in reading ? reading.problems : []);
        }}
      />
      {problems.length > 0 && <ProblemList problems={problems} />}
    </div>
  );
}

function readExpression(text: string, letters: readonly string[]): Reading {
  const tree = parseRegex(text);
  if (!tree.ok) {
    const values = { column: tree.at + 1, value: valueText(tree.found) };
    return { problems: [createProblem(`regex-${tree.reason}`, [], values)] };
  }
  const arrows = compileRegex(tree.value, letters);
  const table = arrows.ok ? asDeterministic(arrows.value, 20_000) : arrows;
  return table.ok ? { automaton: minimise(table.value).automaton } : tooLarge(table.limit, table.max);
}

function readFile(name: string, text: string): Reading {
  const result = readAutomatonFile(name, text);
  if (!result.ok) return { problems: result.problems };
  const table = asDeterministic(result.value, 20_000);
  return table.ok ? { automaton: table.value } : tooLarge(table.limit, table.max);
}

function tooLarge(limit: string, max: number): Reading {
  return { problems: [createProblem('automaton-too-large', [], { limit, max })] };
}
