import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';

/*
 * The architecture, as a test. Change the table below only together with docs/architecture.md.
 *
 * Paths are relative to src, with forward slashes: 'engine/kernel/EventList.ts'.
 */

/** What the files of one layer may import besides their own layer. */
interface Permission {
  /** Layers that may be imported. */
  readonly may?: readonly string[];
  /** Layers of which only types may be imported. */
  readonly types?: readonly string[];
  /** Packages that may be imported, all their subpaths included. */
  readonly packages?: readonly string[];
}

const engine = [
  'kernel',
  'core',
  'automata',
  'model',
  'expression',
  'statechart',
  'runtime',
  'analysis',
  'share',
  'interop',
].map((name) => `engine/${name}`);
const pureKinds = ['kinds', 'kinds list'];
const allKinds = [...pureKinds, 'kinds face', 'kinds faces'];
const page = ['react', 'react-dom', '@base-ui/react', 'lucide-react'];

/** Who may import whom. `kinds` and `kinds face` mean one kind: see `isSameKind`. */
const table: Readonly<Record<string, Permission>> = {
  'engine/kernel': {},
  'engine/core': {},
  'engine/automata': {},
  'engine/model': { may: ['engine/kernel', 'engine/automata'] },
  'engine/expression': {
    may: ['engine/kernel', 'engine/model'],
    packages: ['@marcbachmann/cel-js'],
  },
  'engine/statechart': { may: ['engine/kernel', 'engine/automata', 'engine/model', 'engine/expression'] },
  'engine/runtime': {
    may: ['engine/kernel', 'engine/core', 'engine/automata', 'engine/model', 'engine/expression'],
  },
  'engine/analysis': {
    may: ['engine/model', 'engine/kernel', 'engine/runtime', 'engine/automata', 'engine/expression'],
  },
  'engine/share': { may: ['engine/model', 'engine/automata', 'engine/runtime'], packages: ['fflate'] },
  'engine/interop': { may: ['engine/model', 'engine/automata', 'engine/runtime'] },
  kinds: {
    may: ['engine/kernel', 'engine/automata', 'engine/model', 'engine/expression', 'engine/statechart'],
  },
  'kinds list': { may: ['engine/model', 'kinds'] },
  'kinds face': {
    may: ['kinds', 'ui/look', 'ui/i18n'],
    types: ['engine/model', 'engine/runtime', 'engine/kernel', 'engine/automata'],
    packages: ['react'],
  },
  'kinds faces': {
    may: [...allKinds, 'ui/look', 'ui/i18n'],
    types: ['engine/model', 'engine/runtime'],
    packages: ['react'],
  },
  // Node only for the tests, which read the documents of the list.
  templates: { may: [...engine, ...pureKinds], packages: ['node:*'] },
  worker: { may: [...engine, ...pureKinds] },
  // refa and XState to measure against.
  bench: { may: [...engine, ...pureKinds], packages: ['node:*', 'refa', 'xstate'] },
  cli: { may: [...engine, ...pureKinds, 'templates'], packages: ['node:*'] },
  'ui/look': {
    types: ['engine/kernel', 'engine/model', 'engine/runtime'],
    packages: ['react', 'lucide-react'],
  },
  'ui/i18n': { may: ['engine/model'], types: [...allKinds, 'engine/analysis'], packages: ['react'] },
  'ui/store': {
    may: [...engine, ...pureKinds, 'worker'],
    types: ['ui/i18n'],
    packages: ['react', 'zustand', 'immer', 'idb-keyval', '@dagrejs/dagre'],
  },
  'ui/commands': {
    may: [...engine, ...pureKinds, 'ui/store', 'ui/i18n'],
    packages: ['react', 'lucide-react', '@dagrejs/dagre'],
  },
  'ui/canvas': {
    may: [...engine, ...allKinds, 'ui/store', 'ui/commands', 'ui/look', 'ui/i18n'],
    packages: [...page, '@xyflow/react'],
  },
  'ui/panels': {
    may: [...engine, ...allKinds, 'templates', 'ui/store', 'ui/commands', 'ui/look', 'ui/i18n'],
    packages: [...page, '@tanstack/react-virtual', 'elkjs', 'uplot'],
  },
  'ui/app': {
    may: [...engine, ...pureKinds, 'ui/store', 'ui/commands', 'ui/canvas', 'ui/panels', 'ui/look', 'ui/i18n'],
    packages: [...page],
  },
  main: { may: ['ui/app'], packages: ['react', 'react-dom'] },
};

/** What every test may import besides what its layer may. */
const forTests: Permission = {
  // Of the benchmarks what they measure against: it is an oracle here.
  may: [...engine, ...pureKinds, 'worker', 'bench'],
  packages: ['vitest', 'fast-check', 'refa', 'xstate', 'vite', 'node:*', 'react', 'react-dom'],
};

/** Raise it as the house grows: below it, the test looked in the wrong place. */
const filesSeenAtLeast = 20;
const linesAtMost = 300;

/** `index` is for lists of variants: it imports its neighbours and passes none of them on. */
function isList({ nodes }: SourceFile): boolean {
  const neighbours = importsOf(nodes).filter(
    ({ specifier, isType }) => specifier.startsWith('./') && !isType,
  );
  const isBarrel = nodes.some(
    (node) => /^Export(All|Named)Declaration$/.test(node.type) && textOf(node['source']) !== undefined,
  );
  return neighbours.length > 1 && !isBarrel;
}

/** Which layer a file belongs to, or undefined when it stands outside all of them. */
function layerOf(file: string): string | undefined {
  const [first, second, third] = file.split('/');
  if (second === undefined) return /^(main|tidy\.test)\./.test(file) ? 'main' : undefined;
  if (first === 'kinds') return kindsLayerOf(file, third !== undefined);
  const name = first === 'engine' || first === 'ui' ? `${first}/${second}` : first;
  return name !== undefined && Object.hasOwn(table, name) ? name : undefined;
}

function kindsLayerOf(file: string, isInFolder: boolean): string | undefined {
  const isPure = /\.(ts|json)$/.test(file);
  if (isInFolder) return isPure ? 'kinds' : 'kinds face';
  if (file === 'kinds/faces.tsx') return 'kinds faces';
  return isPure ? 'kinds list' : undefined;
}

/** The folder inside which `./` is the way to import. */
function homeOf(file: string): string {
  const parts = dirname(file).split('/');
  if (parts[0] === '.') return '';
  return ['engine', 'ui', 'kinds'].includes(parts[0] ?? '') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file);

interface Import {
  readonly specifier: string;
  readonly isType: boolean;
}

/** The sentence that says why `file` must not import `specifier`, or undefined when it may. */
function whyNot(file: string, { specifier, isType }: Import, known: ReadonlySet<string>): string | undefined {
  const layer = layerOf(file);
  if (layer === undefined) return 'the file belongs to no layer of the table';
  if (!/^[.#]/.test(specifier)) return whyNotPackage(file, layer, specifier);
  const path = specifier.replace(/\?.*$/, '');
  const target = resolve(file, path, known);
  if (target === undefined) return 'it resolves to no file in src';
  if (path.startsWith('.') && !isWithin(homeOf(file), homeOf(target))) {
    return `a relative path must stay inside "${homeOf(file)}"; write #${target.replace(/\.tsx?$/, '')}`;
  }
  return whyNotLayer(file, layer, target, isType);
}

function whyNotPackage(file: string, layer: string, specifier: string): string | undefined {
  const allowed = [...(table[layer]?.packages ?? []), ...(isTest(file) ? (forTests.packages ?? []) : [])];
  const isAllowed = allowed.some((name) =>
    name.endsWith('*') ? specifier.startsWith(name.slice(0, -1)) : isWithin(name, specifier),
  );
  return isAllowed ? undefined : `${layer} may import only these packages: ${allowed.join(', ') || 'none'}`;
}

function whyNotLayer(file: string, layer: string, target: string, isType: boolean): string | undefined {
  const to = layerOf(target);
  if (to === undefined) return `"${target}" belongs to no layer of the table`;
  const permission = table[layer] ?? {};
  if (isTest(file) && forTests.may?.includes(to) === true) return undefined;
  if (isTest(target)) return 'nothing imports a test';
  if ((layer === 'kinds' || layer === 'kinds face') && isKind(to)) {
    if (!isSameKind(file, target)) return 'a kind never imports another kind';
  }
  if (to === layer || permission.may?.includes(to) === true) return undefined;
  if (permission.types?.includes(to) === true) {
    return isType ? undefined : `${layer} may import only types from ${to}`;
  }
  return `${layer} may not import ${to}, only: ${[...(permission.may ?? []), ...(permission.types ?? [])].join(', ') || 'nothing'}`;
}

const isKind = (layer: string) => layer === 'kinds' || layer === 'kinds face';
const isSameKind = (one: string, other: string) => one.split('/')[1] === other.split('/')[1];
const isWithin = (outer: string, inner: string) =>
  outer === '' || inner === outer || inner.startsWith(`${outer}/`);

function resolve(file: string, path: string, known: ReadonlySet<string>): string | undefined {
  const target = path.startsWith('#') ? path.slice(1) : posix.join(posix.dirname(file), path);
  return [target, `${target}.ts`, `${target}.tsx`].find((candidate) => known.has(candidate));
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string };

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';

function nodesOf(root: Node): readonly Node[] {
  const found = [root];
  // The list grows while it is read: that makes the walk, without recursion.
  for (const node of found) {
    for (const value of Object.values(node).flat()) if (isNode(value)) found.push(value);
  }
  return found;
}

const textOf = (value: unknown): string | undefined =>
  isNode(value) && value.type === 'Literal' && typeof value['value'] === 'string'
    ? value['value']
    : undefined;

function importsOf(nodes: readonly Node[]): readonly Import[] {
  return nodes.flatMap((node) => {
    const source = isUrlOfModule(node) ? firstArgument(node) : node['source'];
    const specifier = textOf(source);
    return specifier === undefined ? [] : [{ specifier, isType: isTypeOnly(node) }];
  });
}

function isTypeOnly(node: Node): boolean {
  if (node.type === 'TSImportType' || node['importKind'] === 'type' || node['exportKind'] === 'type')
    return true;
  const names = node['specifiers'];
  if (!Array.isArray(names) || names.length === 0) return false;
  return names.every(
    (name) => isNode(name) && (name['importKind'] === 'type' || name['exportKind'] === 'type'),
  );
}

const firstArgument = (node: Node) => (Array.isArray(node['arguments']) ? node['arguments'][0] : undefined);

/** `new URL('./worker.ts', import.meta.url)`, which the bundler follows like an import. */
function isUrlOfModule(node: Node): boolean {
  const callee = node['callee'];
  return (
    node.type === 'NewExpression' &&
    isNode(callee) &&
    callee['name'] === 'URL' &&
    /^\.\.?\/.*\.tsx?$/.test(textOf(firstArgument(node)) ?? '')
  );
}

/** Comparisons of something called kind with the id of a node kind, by `===` and the like or by `switch`. */
function kindComparisonsIn(nodes: readonly Node[], ids: ReadonlySet<string>): readonly string[] {
  return nodes.flatMap((node) => {
    const pairs =
      node.type === 'BinaryExpression' && /^[!=]==?$/.test(String(node['operator']))
        ? [[node['left'], node['right']] as const, [node['right'], node['left']] as const]
        : node.type === 'SwitchStatement'
          ? [node['cases']]
              .flat()
              .map((one) => [node['discriminant'], isNode(one) ? one['test'] : null] as const)
          : [];
    return pairs
      .filter(([subject]) => isCalledKind(subject))
      .map(([, literal]) => textOf(literal) ?? '')
      .filter((id) => ids.has(id));
  });
}

function isCalledKind(node: unknown): boolean {
  if (!isNode(node)) return false;
  const name = node.type === 'MemberExpression' ? node['property'] : node;
  return isNode(name) && typeof name['name'] === 'string' && /^kind$|Kind$|^kindId$/.test(name['name']);
}

interface SourceFile {
  readonly path: string;
  readonly lines: number;
  readonly nodes: readonly Node[];
  readonly comments: readonly string[];
}

const root = dirname(fileURLToPath(import.meta.url));
const paths = new Set(
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/')),
);
const files = [...paths].filter((path) => /\.tsx?$/.test(path)).map(readSource);
const byPath = new Map(files.map((file) => [file.path, file]));
const kindIds = new Set(
  existsSync(join(root, 'kinds'))
    ? readdirSync(join(root, 'kinds'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
    : [],
);

function readSource(path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`src/${path} cannot be parsed: ${errors[0]?.message}`);
  const lines = text.trimEnd().split('\n').length;
  return {
    path,
    lines,
    nodes: isNode(program) ? nodesOf(program) : [],
    comments: comments.map((comment) => comment.value),
  };
}

/** One line per offence, so that a failure reads as a list of things to do. */
const offences = (find: (file: SourceFile) => readonly string[]) =>
  files.flatMap((file) => find(file).map((offence) => `src/${file.path}: ${offence}`));

test('it saw the files, and in them their imports', () => {
  expect(files.length).toBeGreaterThanOrEqual(filesSeenAtLeast);
  expect(files.flatMap(({ nodes }) => importsOf(nodes)).length).toBeGreaterThanOrEqual(filesSeenAtLeast);
});

test('every file belongs to a layer', () => {
  expect(
    offences(({ path }) => (layerOf(path) === undefined ? ['belongs to no layer of the table'] : [])),
  ).toEqual([]);
});

test('every import is one the table of layers allows', () => {
  const found = offences(({ path, nodes }) =>
    importsOf(nodes).flatMap((one) => {
      const reason = whyNot(path, one, paths);
      return reason === undefined ? [] : [`imports "${one.specifier}": ${reason}`];
    }),
  );
  expect(found).toEqual([]);
});

test('no worker loads a component', () => {
  const ways = offences(({ path, nodes }) =>
    nodes
      .filter(isUrlOfModule)
      .flatMap((node) => importsOf([node]).map(({ specifier }) => resolve(path, specifier, paths) ?? ''))
      .flatMap(wayToComponent),
  );
  expect(ways).toEqual([]);
});

/** How a file comes to load a component, which needs a window; nothing if it does not. */
function wayToComponent(start: string): readonly string[] {
  const ways: (readonly string[])[] = [[start]];
  const seen = new Set([start]);
  for (const way of ways) {
    const last = way.at(-1) ?? '';
    if (last.endsWith('.tsx')) return [`starts a worker that loads a component: ${way.join(' → ')}`];
    for (const { specifier, isType } of importsOf(byPath.get(last)?.nodes ?? [])) {
      const target = isType ? undefined : resolve(last, specifier, paths);
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      ways.push([...way, target]);
    }
  }
  return [];
}

test('nothing outside the kinds asks which kind a node is', () => {
  const found = offences(({ path, nodes }) =>
    path.startsWith('kinds/') || isTest(path)
      ? []
      : kindComparisonsIn(nodes, kindIds).map(
          (id) => `compares a kind with '${id}'; ask the kind's facts instead`,
        ),
  );
  expect(found).toEqual([]);
});

test(`no file is longer than ${linesAtMost} lines`, () => {
  const found = offences(({ path, lines }) =>
    lines <= linesAtMost || isTest(path) || path.startsWith('ui/i18n/')
      ? []
      : [`has ${lines} lines; split it`],
  );
  expect(found).toEqual([]);
});

test('every file is named after what it holds', () => {
  const found = offences((file) => {
    const name = basename(file.path).replace(/\..*$/, '');
    if (/^(utils?|helpers?|misc|common)$/i.test(name)) return [`"${name}" says nothing about what it holds`];
    return name === 'index' && !isList(file) ? ['index is for lists of variants only'] : [];
  });
  expect(found).toEqual([]);
});

test('no type is waved through', () => {
  const found = offences(({ nodes, comments }) => [
    ...nodes.filter((node) => node.type === 'TSAnyKeyword').map(() => 'says any; say unknown, or the type'),
    ...comments
      .filter((text) => /^\s*@ts-(ignore|nocheck|expect-error)/.test(text))
      .map((text) => `says ${text.trim()}`),
  ]);
  expect(found).toEqual([]);
});

const world = new Set([
  'engine/kernel/a.ts',
  'engine/model/b.ts',
  'kinds/bus/bus.ts',
  'kinds/bus/BusFace.tsx',
  'kinds/store/store.ts',
  'ui/store/s.ts',
]);

test.each([
  ['engine/kernel/z.ts', '#engine/model/b', true, 'engine/kernel may not import engine/model'],
  ['engine/model/z.ts', '../kernel/a', true, 'a relative path must stay inside "engine/model"'],
  ['engine/model/z.ts', 'fflate', false, 'engine/model may import only these packages: none'],
  ['kinds/bus/bus.ts', './BusFace', false, 'kinds may not import kinds face'],
  ['kinds/bus/bus.ts', '#kinds/store/store', true, 'a kind never imports another kind'],
  ['kinds/bus/BusFace.tsx', '#engine/model/b', false, 'kinds face may import only types from engine/model'],
  ['ui/panels/P.tsx', '@xyflow/react', false, 'ui/panels may import only these packages'],
  ['ui/store/z.ts', './missing', false, 'it resolves to no file in src'],
  ['loose.ts', '#ui/store/s', false, 'the file belongs to no layer of the table'],
])('%s may not import %s', (file, specifier, isType, reason) => {
  expect(whyNot(file, { specifier, isType }, world)).toContain(reason);
});

test.each([
  ['engine/model/z.ts', '#engine/kernel/a', false],
  ['kinds/bus/BusFace.tsx', './bus', false],
  ['kinds/bus/BusFace.tsx', '#engine/model/b', true],
  ['kinds/bus/policies/p.ts', '../bus', false],
  ['kinds/index.ts', './bus/bus', false],
  ['engine/kernel/a.test.ts', '#kinds/bus/bus', false],
  ['ui/canvas/Canvas.tsx', '@xyflow/react/dist/style.css', false],
])('%s may import %s', (file, specifier, isType) => {
  expect(whyNot(file, { specifier, isType }, world)).toBeUndefined();
});

test('a comparison with a kind is seen in either order and in a switch, and other kinds of kind are left alone', () => {
  const text = `a.kind === 'bus'; 'bus' !== kind; switch (n.kind) { case 'bus': } m.kind === 'ack'; x === 'bus';`;
  const { program } = parseSync('a.ts', text);
  expect(kindComparisonsIn(isNode(program) ? nodesOf(program) : [], new Set(['bus']))).toEqual([
    'bus',
    'bus',
    'bus',
  ]);
});
