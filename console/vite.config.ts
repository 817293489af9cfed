import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { hotlines } from './build/hotlines.ts';
import { slimContract } from './build/slim-contract.ts';

// Built by infra/console-files.ts; what comes out is served by functions/console.
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), slimContract(), hotlines()],
  build: {
    outDir: '../dist/console',
    emptyOutDir: true,
    target: 'es2022',
    // The content policy knows no `data:`; every file has an address with its own hash.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
  },
});
