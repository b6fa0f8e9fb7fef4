/** What a project as a whole says about how new code in it should look. */
import type { OffloadHelper, ProjectFacts } from '../model/rewriter.ts';
import type { FileSummary } from '../model/summary.ts';

/** Reads the imports of all files once, when somebody asks. */
export function projectFacts(
  pythonVersion: ProjectFacts['pythonVersion'],
  summaries: () => Iterable<FileSummary>,
  helpers: () => readonly OffloadHelper[],
): ProjectFacts {
  let modules: Set<string> | undefined;
  return {
    pythonVersion,
    imports: (module) => (modules ??= importedModules(summaries())).has(module),
    get helpers() {
      return helpers();
    },
  };
}

/** The modules that files import, and the packages around them. */
function importedModules(summaries: Iterable<FileSummary>): Set<string> {
  const modules = new Set<string>();
  for (const { data } of summaries) {
    for (const { level, module, name } of data.imports) {
      if (level > 0) continue;
      const parts = (name === undefined || name === '*' ? module : `${module}.${name}`).split('.');
      for (let length = 1; length <= parts.length; length++) modules.add(parts.slice(0, length).join('.'));
    }
  }
  return modules;
}
