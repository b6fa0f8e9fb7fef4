/** Python, as the rest of core sees it. */
import type { FrontEnd } from '../model/front-end.ts';
import { decode } from './decode.ts';
import { readNotebook } from './notebook.ts';
import { PythonRewriter } from './rewriter/rewriter.ts';
import { summarise } from './summarise/summarise.ts';

export const python: FrontEnd = {
  extensions: ['.py', '.pyi', '.ipynb'],

  read(path, content) {
    const { text, problem } =
      typeof content === 'string' ? { text: content, problem: undefined } : decode(content);
    if (!path.endsWith('.ipynb') || problem?.kind === 'binary') {
      return { text, data: summarise(text), problem: problem?.message };
    }
    const notebook = readNotebook(text);
    const data = { ...summarise(notebook.text), cells: notebook.cells };
    return { text: notebook.text, data, problem: notebook.problem ?? problem?.message };
  },

  rewriter: (subject) => new PythonRewriter(subject),
};
