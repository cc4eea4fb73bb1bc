import { defineConfig, type Plugin } from 'vite';
import { widget as bg } from './shared/locales/bg/widget.ts';
import { widget as en } from './shared/locales/en/widget.ts';
import { widget as nl } from './shared/locales/nl/widget.ts';
import { widget as pl } from './shared/locales/pl/widget.ts';

/** The chat's words, a file a language beside the script: a customer loads one of them. */
const words: Plugin = {
  name: 'widget-words',
  generateBundle() {
    for (const [language, source] of Object.entries({ en, nl, pl, bg }))
      this.emitFile({ type: 'asset', fileName: `${language}.json`, source: JSON.stringify(source) });
  },
};

/** The customer's chat: one self-contained script, dist/widget/widget.js, styles inside (import them with `?inline`). */
export default defineConfig({
  root: 'client/widget',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: '#dom', development: false } },
  plugins: [words],
  build: {
    outDir: '../../dist/widget',
    emptyOutDir: true,
    target: 'es2022',
    minify: true,
    cssMinify: true,
    reportCompressedSize: false,
    lib: { entry: 'main.tsx', formats: ['iife'], name: 'BatonWidget', fileName: () => 'widget.js' },
  },
});
