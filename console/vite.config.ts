import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { georgianFirst } from './build/georgian-first.ts';
import { hotlines } from './build/hotlines.ts';
import { slimContract } from './build/slim-contract.ts';

/** The libraries that the first page loads whole. */
const BASE =
  /node_modules\/(?:react|react-dom|scheduler|react-router|i18next|react-i18next|@tanstack)\//;

/** What every page stands in, with who is signed in and how the hub is called. */
const SHELL =
  /virtual:hotlines|\/console\/(?:session|words|app\/(?!routes|receipt|leave)|api\/(?:hub|queries|use-hub|use-membership)|design\/components\/(?:button|page|notice|states))[\w/-]*\.tsx?$/;

// Built by infra/console-files.ts; what comes out is served by functions/console.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), slimContract(), hotlines(), georgianFirst()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // The content policy knows no `data:`; every file has an address with its own hash.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: {
      output: {
        // What every page needs in one file: each further one is a journey on a poor line.
        codeSplitting: {
          groups: [
            { name: 'base', test: BASE },
            { name: 'shell', test: SHELL },
          ],
        },
      },
    },
  },
});
