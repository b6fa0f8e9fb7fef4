// Which room may use which: the floors of the house, and the rules that follow from them.

/** The rooms of core from the ground up. Each uses those below it; rooms on one floor leave each other alone. */
export const floors = [
  ['model'],
  ['knowledge'],
  ['python'],
  ['program'],
  ['effects'],
  ['rules', 'workflows'],
  ['service'],
];

const shells = ['cli', 'server', 'client'];
/** Everything outside core that ships; disk is the ground that the shells share. */
const outside = ['disk', ...shells];
const oneOf = (/** @type {string[]} */ names) => `(${names.join('|')})`;

/** One rule a room: nothing above it, and nobody beside it. */
const floorRules = floors.flatMap((floor, level) =>
  floor.map((room) => {
    const others = floors
      .slice(level)
      .flat()
      .filter((other) => other !== room);
    return {
      name: `${room}-stands-on-its-floor`,
      severity: 'error',
      comment:
        `core/${room} may use only what lies below it. Move what you need down a floor, ` +
        'or let the caller above hand it in. core/index.ts is the door: nobody inside goes through it.',
      from: { path: `^core/${room}/` },
      to: { path: [...(others.length > 0 ? [`^core/${oneOf(others)}/`] : []), '^core/index\\.ts$'] },
    };
  }),
);

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const houseRules = [
  {
    name: 'front-end-knows-no-catalogue',
    severity: 'error',
    comment:
      'python and program say what is called, by access path; only knowledge says what that means. ' +
      'Put the path into the summary and ask the catalogue in effects.',
    from: { path: '^core/(python|program)/' },
    to: { path: '^core/knowledge/' },
  },
  {
    name: 'rules-ask-effects',
    severity: 'error',
    comment: 'A rule sees facts, not the program. If effects cannot answer your question, teach effects.',
    from: { path: '^core/rules/' },
    to: { path: '^core/program/' },
  },
  {
    name: 'rules-stand-alone',
    severity: 'error',
    comment:
      'A rule never uses another rule. What two rules share is a fact, and facts live in effects; ' +
      'how a rule is written lives in rule.ts, and how facts become detections in detections.ts.',
    from: { path: '^core/rules/aw' },
    to: { path: '^core/rules/', pathNot: '^core/rules/(rule|detections)\\.ts$' },
  },
  {
    name: 'only-the-door-names-python',
    severity: 'error',
    comment:
      'A second language must cost one folder and one line, so only core/index.ts names the first. ' +
      'Say what you need in core/model as part of the front end, and let core/index.ts hand it in.',
    from: { path: `^${oneOf(['core', ...outside])}/`, pathNot: '^core/(python/|index\\.ts$)' },
    to: { path: '^core/python/' },
  },
  {
    name: 'core-is-pure',
    severity: 'error',
    comment:
      'core runs in a server, a browser, a command line and a test alike: no node built-ins, no packages, ' +
      'no vscode, no LSP types. Take what you need of the world through the workspace that a shell hands in.',
    from: { path: '^core/' },
    to: { pathNot: '^(core/|\\.)' },
  },
  {
    name: 'shells-use-the-door',
    severity: 'error',
    comment:
      'A shell (and disk below it) talks to core through core/index.ts, and in the words of core/model. ' +
      'Export what is missing from core/index.ts.',
    from: { path: `^${oneOf(outside)}/`, pathNot: '^client/webview/' },
    to: { path: '^core/', pathNot: '^core/(index\\.ts$|model/)' },
  },
  {
    name: 'the-page-knows-the-workflows',
    severity: 'error',
    comment:
      'The wizard page shows workflows and nothing else: it may use core/model and core/workflows. ' +
      'Let the extension send it the rest as a message.',
    from: { path: '^client/webview/' },
    to: { path: '^core/', pathNot: '^core/(model|workflows)/' },
  },
  {
    name: 'disk-serves-all-shells',
    severity: 'error',
    comment: 'disk is used by shells, and uses none. Take what you need as an argument.',
    from: { path: '^disk/' },
    to: { path: `^${oneOf(shells)}/` },
  },
  ...shells.map((shell) => ({
    name: `${shell}-minds-its-own-business`,
    severity: /** @type {const} */ ('error'),
    comment: `${shell} is one shell of several, and they do not use each other: what two of them need is thought, and belongs in core, or touches files, and belongs in disk.`,
    from: { path: `^${shell}/` },
    // Save for what the server and its extension say to each other.
    to: { path: `^${oneOf(shells.filter((other) => other !== shell))}/`, pathNot: '^server/protocol\\.ts$' },
  })),
  {
    name: 'nobody-ships-tests-or-tools',
    severity: 'error',
    comment: 'What ships cannot lean on what does not. Move the code you need into the room that needs it.',
    from: { path: `^${oneOf(['core', ...outside])}/` },
    to: { path: '^(test|tools)/' },
  },
  {
    name: 'no-cycles',
    severity: 'error',
    comment:
      'Files that run each other are one thought in two places: join them, or find the third one below. ' +
      'Types alone may refer to each other.',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-orphans',
    severity: 'error',
    comment: 'Nobody uses this file and it uses nobody. Use it or delete it.',
    from: {
      orphan: true,
      path: `^${oneOf(['core', ...outside])}/`,
      pathNot: '(/main|/extension|\\.d)\\.ts$',
    },
    to: {},
  },
  {
    name: 'nothing-missing',
    severity: 'error',
    comment: 'This import leads nowhere: mend the path, or add the package to package.json.',
    from: {},
    to: { couldNotResolve: true, pathNot: '^vscode$' },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [...floorRules, ...houseRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|examples)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    cache: { folder: 'node_modules/.cache/dependency-cruiser', strategy: 'metadata' },
  },
};
