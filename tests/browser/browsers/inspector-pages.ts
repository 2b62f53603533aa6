// WebKitGTK's inspector server lists its pages as HTML. Playwright, made for ios_webkit_debug_proxy,
// wants the list as JSON: a small server stands between the two.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The web sockets of the pages that the inspector server at `address`, a host and a port, has. */
export async function inspectorPages(address: string): Promise<string[]> {
  const html = await (await fetch(`http://${address}/`)).text();
  return [...html.matchAll(/\/socket\/\d+\/\d+\/WebPage/g)].map(
    ([path]) => `ws://${address}${path}`,
  );
}

/** Passes the URL of a server of that list to `use`. */
export async function withPagesAsJson(address: string, use: (url: string) => Promise<void>) {
  const server = createServer(async (_, response) => {
    const pages = await inspectorPages(address);
    response.end(JSON.stringify(pages.map((url) => ({ webSocketDebuggerUrl: url }))));
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  try {
    await use(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
