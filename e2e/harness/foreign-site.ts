import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A website of somebody else that embeds a chat. */
export interface ForeignSite {
  url: string;
  stop(): Promise<void>;
}

/** Serves one page with a policy that allows nothing but the chat's own server, on an origin of its own. */
export async function startForeignSite(chat: string, bot: string): Promise<ForeignSite> {
  const policy = [
    "default-src 'none'",
    `script-src ${chat}`,
    `connect-src ${chat}`,
    `img-src ${chat}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A shop</title></head>
<body>
<main><h1>A shop</h1><p>Welcome.</p></main>
<script src="${chat}/widget.js" data-bot="${bot}" async></script>
</body>
</html>`;
  const server = createServer((request, response) => {
    if (request.url !== '/') return response.writeHead(404).end();
    return response
      .writeHead(200, { 'Content-Type': 'text/html', 'Content-Security-Policy': policy })
      .end(page);
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
