import { type Words, withWords } from '../words/index.ts';
import { NotThere } from './not-there.tsx';

/** Each page is loaded when somebody goes there, with its words: `load` gives its component. */
export const page = (
  load: () => Promise<Record<string, React.ComponentType>>,
  name: string,
  words?: Words,
) => ({
  lazy: async () => {
    const [parts] = await Promise.all([load(), words && withWords(words)]);
    return { Component: parts[name] ?? NotThere };
  },
});
