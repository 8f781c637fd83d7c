import type { Distribution } from '#engine/kernel/Distribution';
import type { Path } from './createProblem';
import { distributionFields, laws, type Law } from './distributionFields';
import type { ProblemList } from './ProblemList';
import { isPlainObject, ownValue, readChoice, readNumber, readObject } from './readValue';

/** A law with exactly its parameters, each present and in range. */
export function parseDistribution(value: unknown, path: Path, problems: ProblemList): Distribution {
  const given = isPlainObject(value) ? value : readObject(value, path, [], problems);
  const stated = ownValue(given, 'law');
  const law = readChoice<Law>(stated, [...path, 'law'], laws, 'constant', problems);
  if (law !== stated) return { law: 'constant', mean: 0 };
  const parameters = distributionFields[law];
  const object = readObject(given, path, ['law', ...parameters.map(({ id }) => id)], problems);
  const numbers = Object.fromEntries(
    parameters.map((parameter) => [
      parameter.id,
      readNumber(ownValue(object, parameter.id), [...path, parameter.id], parameter, problems),
    ]),
  );
  const { min = 0, max = min } = numbers;
  if (min > max) problems.error('distribution-order', path, { min, max });
  // The table lists exactly the parameters of each law, which the compiler cannot follow through the map.
  return { law, ...numbers } as unknown as Distribution;
}
