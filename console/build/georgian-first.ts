import type { Plugin } from 'vite';

/**
 * Most people read Georgian: its words are fetched beside the scripts, not after them. The page asks
 * for one of them only (words/index.ts); another language comes a journey later.
 */
export const georgianFirst = (): Plugin => ({
  name: 'georgian-first',
  transformIndexHtml: {
    order: 'post',
    handler(_, { bundle }) {
      const words = Object.values(bundle ?? {}).find(
        (file) => file.type === 'chunk' && file.facadeModuleId?.endsWith('/console/words/ka.json'),
      );
      if (!words) throw new Error('the Georgian words are no file of their own');
      const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${words.fileName}` };
      return [{ tag: 'link', attrs, injectTo: 'head' }];
    },
  },
});
