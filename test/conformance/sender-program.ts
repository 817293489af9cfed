import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

// A sender as a partner might write it; its argument names the one thing that it does badly.
const [, , bad] = process.argv;
const { env } = process;
const TRIES = 6;
const PAUSE_MS = 150;
const TIMEOUT_MS = 700;

const id = bad === 'one-id' ? 'msg_always-the-same' : `msg_${randomUUID()}`;
const version = bad === 'text-version' ? env.ERTAD_VERSION : Number(env.ERTAD_VERSION);
const message = {
  type: 'task.transition',
  data: { task: env.ERTAD_TASK, version, to: env.ERTAD_TO },
};
const body = JSON.stringify(message, undefined, bad === 'respelled' ? 2 : undefined);
const key = Buffer.from(String(env.ERTAD_SECRET).replace(/^whsec_/, ''), 'base64');
const began = Date.now();

async function attempt(): Promise<Response | undefined> {
  const ms = bad === 'old-time' ? began : Date.now();
  const timestamp = String(bad === 'milliseconds' ? ms : Math.floor(ms / 1000));
  const own = bad === 'new-id' ? `msg_${randomUUID()}` : id;
  const content = `${own}.${timestamp}.${JSON.stringify(message)}`;
  try {
    return await fetch(`${env.ERTAD_URL}/v1/inbound/${env.ERTAD_AGENCY}`, {
      method: 'POST',
      redirect: bad === 'follows' ? 'follow' : 'manual',
      headers: {
        'content-type': bad === 'form' ? 'application/x-www-form-urlencoded' : 'application/json',
        'webhook-id': own,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${createHmac('sha256', key).update(content).digest('base64')}`,
      },
      body,
      ...(bad !== 'patient' && { signal: AbortSignal.timeout(TIMEOUT_MS) }),
    });
  } catch {
    return undefined;
  }
}

for (let tries = 0; tries < TRIES; tries += 1) {
  const answer = await attempt();
  const status = answer?.status ?? 0;
  if (status >= 200 && status < 300) break;
  const again = status === 0 || status === 429 || status >= 500 || bad === 'stubborn';
  if (bad === 'once' || !again) break;
  const asked = bad === 'hasty' ? 0 : Number(answer?.headers.get('retry-after') ?? 0) * 1000;
  // "No answer" is followed by a longer pause, so that the next try is in another second.
  await pause(Math.max(asked, status === 0 ? 1_600 : PAUSE_MS));
}
