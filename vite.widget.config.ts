import { defineConfig } from 'vite';

/** The customer's chat: one self-contained script, dist/widget/widget.js, styles inside (import them with `?inline`). */
export default defineConfig({
  root: 'client/widget',
  publicDir: false,
  define: { 'process.env.NODE_ENV': '"production"' },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../../dist/widget',
    emptyOutDir: true,
    target: 'es2020',
    minify: true,
    cssMinify: true,
    reportCompressedSize: false,
    lib: { entry: 'main.tsx', formats: ['iife'], name: 'BatonWidget', fileName: () => 'widget.js' },
  },
});
