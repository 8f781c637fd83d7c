import type { Problem } from '#engine/model/Problem';
import { hasText } from '#ui/i18n/catalogue';
import { useText, type Translate } from '#ui/i18n/useText';
import { ProblemList } from '../problems/ProblemList';

/** What is wrong with a chart, or was not carried over, with its place. */
export function LeftOutList({ problems }: { readonly problems: readonly Problem[] }) {
  const t = useText();
  return <ProblemList problems={problems.map((problem) => inWords(problem, t))} />;
}

/** The reason in the language of the page, where the catalogue knows it. */
function inWords(problem: Problem, t: Translate): Problem {
  const { what } = problem.values;
  const key = `chart.what.${String(what).replaceAll(/[^A-Za-z0-9]+/g, '-')}`;
  return hasText(key) ? { ...problem, values: { ...problem.values, what: t(key) } } : problem;
}
