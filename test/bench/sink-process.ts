import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A receiver that reads what it gets and says yes, in a process of its own. */
const server = createServer((request, response) => {
  request.resume().on('end', () => response.writeHead(200, { 'content-length': 2 }).end('ok'));
});
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
