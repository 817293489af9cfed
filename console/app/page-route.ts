import { type Words, withWords } from '../words/index.ts';
import { NotThere } from './not-there.tsx';

/** Each page is loaded when somebody goes there, with all its words: `load` gives its component. */
export const page = (
  load: () => Promise<Record<string, React.ComponentType>>,
  name: string,
  ...words: readonly Words[]
) => ({
  lazy: async () => {
    const [parts] = await Promise.all([load(), ...words.map(withWords)]);
    return { Component: parts[name] ?? NotThere };
  },
});
