import type { ServerOptions } from 'node:http';

/** How long a connection may take for what, in milliseconds. Live streams are answers, and last as they like. */
export const serverOptions: ServerOptions = {
  // Longer than balancers keep theirs (60 s is usual), so that no call meets a connection that is just closed.
  keepAliveTimeout: 65_000,
  // A bot file of 20 MB over a slow line.
  requestTimeout: 180_000,
};
