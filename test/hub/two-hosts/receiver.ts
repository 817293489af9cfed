import { createServer } from 'node:https';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';
import { certificate } from '../../platform/certificate.ts';

/** A partner's system on a host of its own: verifies what comes, and says which ids came. */
const [secret = ''] = process.argv.slice(2);
const webhook = new Webhook(secret);

const server = createServer(certificate, async (request, response) => {
  const body = await text(request);
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  try {
    webhook.verify(body, headers);
    process.send?.({ came: headers['webhook-id'] });
    response.writeHead(204).end();
  } catch {
    response.writeHead(401).end();
  }
});
server.listen(8443, '0.0.0.0', () => process.send?.({ came: 'ready' }));
process.on('disconnect', () => process.exit());
