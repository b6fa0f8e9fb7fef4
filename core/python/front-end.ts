/** Python, as the rest of core sees it. */
import type { FrontEnd } from '../model/front-end.ts';
import { decode } from './decode.ts';
import { summarise } from './summarise/summarise.ts';

export const python: FrontEnd = {
  extensions: ['.py', '.pyi', '.ipynb'],

  read(_path, content) {
    const { text, problem } =
      typeof content === 'string' ? { text: content, problem: undefined } : decode(content);
    return { text, data: summarise(text), problem: problem?.message };
  },
};
