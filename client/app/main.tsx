import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '../ui/global.css';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { startI18n } from '../locales/i18n.ts';
import { Providers, readStyleNonce } from './Providers.tsx';
import { createRouter } from './router.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no element with the id "root".');

// Dialogs lock the page's scrolling by a style tag of a library that looks for the page's nonce here.
Object.assign(globalThis, { __webpack_nonce__: readStyleNonce() });

await startI18n();
createRoot(root).render(
  <Providers>
    <RouterProvider router={createRouter()} />
  </Providers>,
);
