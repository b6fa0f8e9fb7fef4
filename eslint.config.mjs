// What the linter asks of the code: strict types, small files, simple functions.
import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  globalIgnores(['dist/', 'core/rules/index.ts', 'core/knowledge/data/', 'examples/', '**/*.d.ts']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['*.mjs', '.*.mjs', 'tools/suites/*.cjs'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Its advice, a `!`, is forbidden by the rule beside it.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off',
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      complexity: ['error', { max: 16, variant: 'modified' }],
    },
  },
  {
    // A grammar is a long list of cases, and reads best as one.
    files: ['core/python/syntax/**'],
    rules: { complexity: ['error', { max: 30, variant: 'modified' }] },
  },
  {
    // Its kinds and their shapes, one after the other; apart they would say less.
    files: ['core/python/syntax/tree.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // A packed summary is rows of integers, and its reader and its writer say which of them are enums.
    files: ['core/model/summary.ts', 'core/python/summarise/rows.ts'],
    rules: { '@typescript-eslint/no-unsafe-enum-assignment': 'off' },
  },
  {
    // Plain JavaScript runs before anything is installed; the compiler checks it, with less to go by.
    files: ['**/*.mjs', '**/*.cjs'],
    extends: [tseslint.configs.disableTypeChecked],
    rules: { '@typescript-eslint/no-require-imports': 'off', 'no-undef': 'off' },
  },
);
