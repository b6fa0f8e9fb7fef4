// What holds in every file: it opens with a sentence, and it names no machine of ours.
import type { Invariant } from './project.ts';

/** A comment, and in it a sentence: a capital letter or a name in the beginning, a full stop in the end. */
const SENTENCE = /^(#!.*\n)?(\/\/|\/\*\*?)[\s*]*[A-Z`"'][\s\S]*?\.\s*(\n|\*\/)/;

const opensWithSentence: Invariant = {
  title: 'every file of code opens with a sentence that says what it is for',
  complaints: ({ paths, text }) =>
    paths
      .filter((path) => /^(core|disk|cli|server|client|tools|test)\/.*\.(ts|mjs|cjs)$/.test(path))
      .filter((path) => !SENTENCE.test(text(path)))
      .map((path) => `${path} does not open with a sentence`),
  breach: { 'core/model/span.ts': 'export interface Span {}\n' },
};

const REGISTRY =
  /registry\.(npmjs|yarnpkg|npmmirror)\.|npm\.pkg\.github\.|\.pythonhosted\.|"resolved":\s*"http/;

const namesNoRegistry: Invariant = {
  title: 'no file names the host of a package registry',
  complaints: ({ paths, text }) =>
    paths.filter((path) => REGISTRY.test(text(path))).map((path) => `${path} names a registry`),
  breach: { 'package-lock.json': ['"resolved":', '"https://example.org/left-pad.tgz"'].join(' ') },
};

const MACHINE_PATH = /(?<![\w.~-])(\/work\/|\/root\/|\/Users\/\w|[A-Z]:\\\\?Users\\)/;

const namesNoMachine: Invariant = {
  title: 'no file names a folder of one machine',
  complaints: ({ paths, text }) =>
    paths
      .filter((path) => !/\.(png|gif|vsix|wasm|bin)$/.test(path) && MACHINE_PATH.test(text(path)))
      .map((path) => `${path} holds an absolute path`),
  breach: { 'tools/run.mjs': ['', 'work', 'main'].join('/') },
};

export const fileInvariants = [opensWithSentence, namesNoRegistry, namesNoMachine];
