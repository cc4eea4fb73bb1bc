import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const servedByServer = ['/api', '/chat', '/widget', '/widget.js', '/healthz', '/readyz', '/metrics'];

const serverUrl = `http://127.0.0.1:${process.env.PORT || '3000'}`;

/** The editor, the inbox and the settings: one app, built into dist/client. */
export default defineConfig({
  root: 'client',
  plugins: [react()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
  },
  worker: { format: 'es' },
  server: {
    host: '127.0.0.1',
    port: 5173,
    strictPort: true,
    // Our own client/api/*.ts are modules of the screens, not calls.
    proxy: Object.fromEntries(
      servedByServer.map((path) => [`^${path}(?=$|[/?])(?![^?]*\\.tsx?(?:$|\\?))`, serverUrl]),
    ),
  },
});
