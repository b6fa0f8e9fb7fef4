// Bundles the three programs into dist/: the extension, the language server, the command line; the page that the
// extension shows, and what they read.
import { cpSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { root } from './run.mjs';

const { values: flags } = parseArgs({
  options: { production: { type: 'boolean', default: false }, watch: { type: 'boolean', default: false } },
});

/** @type {esbuild.BuildOptions} */
const shared = {
  absWorkingDir: root,
  bundle: true,
  minify: flags.production,
  sourcemap: flags.production ? false : 'linked',
  logLevel: 'info',
};

/**
 * A program that Node runs. Bundles are CommonJS: VS Code loads nothing else, and the language server's
 * libraries call `require` for themselves.
 * @param {string} entry
 * @param {string} outfile
 * @param {esbuild.BuildOptions} [more]
 * @returns {esbuild.BuildOptions}
 */
const forNode = (entry, outfile, more) => ({
  ...shared,
  entryPoints: [entry],
  outfile,
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  // The libraries' CommonJS halves hide their imports from the bundler; their ES module halves do not.
  mainFields: ['module', 'main'],
  ...more,
});

/**
 * A program that runs in a worker of a browser.
 * @param {string} entry
 * @param {string} outfile
 * @param {esbuild.BuildOptions} more
 * @returns {esbuild.BuildOptions}
 */
const forBrowser = (entry, outfile, more) => ({
  ...shared,
  entryPoints: [entry],
  outfile,
  platform: 'browser',
  format: 'cjs',
  target: 'es2022',
  ...more,
});

/** @type {import('esbuild').BuildOptions[]} */
const bundles = [
  forNode('cli/main.ts', 'dist/cli.js', { banner: { js: '#!/usr/bin/env node' } }),
  forNode('server/main.ts', 'dist/server.js'),
  forNode('client/extension.ts', 'dist/extension.js', {
    external: ['vscode'],
    // Whoever opens an editor waits for what is loaded with the extension: the language client comes later.
    supported: { 'dynamic-import': false },
    plugins: [
      {
        name: 'the language client is a program of its own',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\/launch\.ts$/ }, () => ({ path: './launch.js', external: true })),
      },
    ],
  }),
  forNode('client/launch.ts', 'dist/launch.js', { external: ['vscode'] }),
  forBrowser('server/browser/main.ts', 'dist/server.worker.js', {
    format: 'iife',
    // Instead of the disk, what the extension has read.
    alias: {
      'node:fs': './server/browser/file-store.ts',
      'node:path': 'path-browserify',
    },
    define: { 'process.env': '{}', 'process.platform': '"linux"', __dirname: '"/awaitwise"' },
  }),
  forBrowser('client/extension.ts', 'dist/extension.browser.js', {
    external: ['vscode'],
    define: { 'process.platform': '"browser"', 'process.arch': '""' },
    plugins: [
      {
        name: 'the server is started as a worker',
        setup: ({ onResolve }) =>
          onResolve({ filter: /^\.\/launch\.ts$/ }, ({ importer }) =>
            importer.includes('/browser/') ? undefined : { path: join(root, 'client/browser/launch.ts') },
          ),
      },
    ],
  }),
  {
    ...shared,
    entryPoints: ['client/webview/main.ts'],
    outfile: 'dist/webview.js',
    format: 'iife',
    target: 'chrome120',
  },
  { ...shared, entryPoints: ['client/webview/page.css'], outfile: 'dist/webview.css' },
];

// The standard library's types are read from a file, which goes along with its license.
for (const file of ['stdlib.txt', 'LICENSE']) {
  cpSync(join(root, 'core/python/typeshed', file), join(root, 'dist/typeshed', file));
}

// With it an editor completes pack files.
cpSync(join(root, 'core/knowledge/pack.schema.json'), join(root, 'dist/pack.schema.json'));

const contexts = [];
for (const bundle of bundles) {
  const [entry] = /** @type {string[]} */ (bundle.entryPoints);
  if (entry && existsSync(join(root, entry))) contexts.push(await esbuild.context(bundle));
  else console.warn(`${String(bundle.outfile)} is left out: there is no ${String(entry)} yet`);
}

if (flags.watch) {
  await Promise.all(contexts.map((context) => context.watch()));
} else {
  const results = await Promise.allSettled(contexts.map((context) => context.rebuild()));
  await Promise.all(contexts.map((context) => context.dispose()));
  // esbuild has already printed why.
  if (results.some(({ status }) => status === 'rejected')) process.exitCode = 1;
}
