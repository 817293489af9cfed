import { addressGuard } from '../../../shared/platform/address-guard.ts';
import { sender } from '../../../shared/platform/webhook-sender.ts';
import { signedHeaders } from '../../../shared/platform/webhook-signing.ts';
import { certificate } from '../../platform/certificate.ts';

export interface Order {
  readonly ids: readonly string[];
  readonly timeoutMs: number;
}
export type Outcomes = Readonly<Record<string, number | string>>;

/** The hub on a host of its own, as it is when deployed: https, and the guard with nothing allowed. */
const [secret = '', address = ''] = process.argv.slice(2);
const url = 'https://hook.example.ge:8443/in';
const guard = addressGuard({ allowLoopback: false, resolve: async () => [{ address }] });
const { send } = sender({ ca: certificate.cert });

async function attempt(id: string, timeoutMs: number): Promise<number | string> {
  const body = JSON.stringify({ type: 'task.requested', id });
  const headers = signedHeaders([{ secret }], id, Date.now(), body);
  return send({ url, checked: await guard(url), headers, body, timeoutMs }).then(
    ({ status }) => status,
    (error: { code: string }) => error.code,
  );
}

process.on('message', async ({ ids, timeoutMs }: Order) => {
  const made = ids.map(async (id) => [id, await attempt(id, timeoutMs)] as const);
  process.send?.(Object.fromEntries(await Promise.all(made)) satisfies Outcomes);
});
process.on('disconnect', () => process.exit());
process.send?.('ready');
