import { addressGuard } from '../../shared/platform/address-guard.ts';
import { sender } from '../../shared/platform/webhook-sender.ts';

/** In a process of its own, as the environment of a whole process is what is tested. */
const [url = '', host = ''] = process.argv.slice(2);
const guard = addressGuard({
  allowLoopback: true,
  resolve: async (name) => (name === host ? [{ address: '127.0.0.1' }] : []),
});
const { send, close } = sender();
const sent = await send({ url, checked: await guard(url), headers: {}, body: '{}' }).catch(
  (error: unknown) => error,
);
console.log(JSON.stringify(sent));
await close();
