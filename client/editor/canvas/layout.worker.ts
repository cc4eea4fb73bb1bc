import { computeLayout, type LayoutRequest } from './layout.ts';

self.onmessage = ({ data }: MessageEvent<LayoutRequest>) => {
  self.postMessage(computeLayout(data));
};
