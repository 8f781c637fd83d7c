import react from '@vitejs/plugin-react';
import { chmodSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { assembleCore } from './.ci/assembleCore.mjs';

const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "connect-src 'self' ws://127.0.0.1:*",
  "frame-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Puts the policy into the built page only: the dev server needs inline scripts for hot reloading. */
function contentSecurityPolicyMeta(): Plugin {
  return {
    name: 'content-security-policy-meta',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: contentSecurityPolicy },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Lets the built command line be started by its name. */
function executable(file: string): Plugin {
  return { name: 'executable', apply: 'build', closeBundle: () => chmodSync(file, 0o755) };
}

const fileOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const src = fileOf('./src');
// The same names as "imports" in package.json, which the compiler reads.
const resolve = {
  alias: [{ find: /^#(engine|kinds|ui|worker|cli|templates|bench)\//, replacement: `${src}/$1/` }],
};

const page = defineConfig({
  base: './',
  plugins: [react(), contentSecurityPolicyMeta(), assembleCore()],
  resolve: {
    alias: [...resolve.alias, { find: /^d3-color$/, replacement: fileOf('./.ci/noColors.mjs') }],
  },
  worker: { format: 'es', plugins: () => [assembleCore()] },
  build: {
    target: 'es2022',
    // What the first load needs, in one file: many small ones compress worse.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  test: {
    environment: 'node',
    include: ['src/**/*.test.{ts,tsx}'],
    exclude: ['e2e/**', 'node_modules/**', 'dist/**'],
    // How long a test takes says nothing of what it tests: only one that hangs ends here.
    testTimeout: 600_000,
    hookTimeout: 600_000,
  },
});

/** One file that needs nothing installed; the examples of the page, beside it, are its templates. */
const commandLine = defineConfig({
  plugins: [executable('dist/cli/busbar.js'), assembleCore()],
  resolve,
  ssr: { noExternal: true },
  build: {
    ssr: `${src}/cli/main.ts`,
    target: 'node20',
    outDir: 'dist/cli',
    copyPublicDir: false,
    rolldownOptions: {
      output: {
        entryFileNames: 'busbar.js',
        banner: '#!/usr/bin/env node',
        codeSplitting: false,
        topLevelVar: false,
      },
    },
  },
});

/** The benchmarks, for Node; see src/bench/main.ts. */
const benchmarks = defineConfig({
  plugins: [assembleCore()],
  resolve,
  ssr: { noExternal: true },
  build: {
    ssr: `${src}/bench/main.ts`,
    target: 'node20',
    outDir: 'node_modules/.bench',
    copyPublicDir: false,
    rolldownOptions: { output: { topLevelVar: false } },
  },
});

/** A plain React Flow, for the benchmarks of the page to stand beside. */
const plain = defineConfig({
  root: fileOf('./e2e/speed'),
  plugins: [react()],
  publicDir: false,
  build: {
    outDir: fileOf('./node_modules/.plain'),
    emptyOutDir: true,
    rolldownOptions: { input: fileOf('./e2e/speed/plain.html') },
  },
});

const modes: Readonly<Record<string, typeof page>> = {
  cli: commandLine,
  bench: benchmarks,
  plain,
};

export default defineConfig(({ mode }) => modes[mode] ?? page);
