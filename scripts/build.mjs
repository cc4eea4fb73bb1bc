import { buildBundles } from './steps/bundles.mjs';

process.env.NODE_ENV = 'production';
await buildBundles();
