import { createHmac, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Running } from '../../conformance/sender/command.ts';

const TRIES = 6;
const PAUSE_MS = 150;
/** After "no answer", so that the next try is in another second. */
const LONGER_MS = 1_600;
const TIMEOUT_MS = 2_500;

type Env = Readonly<Record<string, string>>;

/** A sender as a partner might write it, in this process; `bad` is the one thing it does badly. */
export function startSender(bad: string, env: Env): Running {
  const stopped = new AbortController();
  let over = false;
  send(bad, env, stopped.signal).finally(() => {
    over = true;
  });
  return { ended: () => over, said: () => '', stop: () => stopped.abort() };
}

async function send(bad: string, env: Env, stopped: AbortSignal): Promise<void> {
  const attempt = attempts(bad, env, stopped);
  for (let tries = 0; tries < TRIES && !stopped.aborted; tries += 1) {
    const answer = await attempt();
    const status = answer?.status ?? 0;
    if (status >= 200 && status < 300) return;
    const again = status === 0 || status === 429 || status >= 500 || bad === 'stubborn';
    if (bad === 'once' || !again) return;
    const asked = bad === 'hasty' ? 0 : Number(answer?.headers.get('retry-after') ?? 0) * 1000;
    await pause(Math.max(asked, status === 0 ? LONGER_MS : PAUSE_MS));
  }
}

/** One message, and how each try of it goes out. */
function attempts(bad: string, env: Env, stopped: AbortSignal) {
  const id = bad === 'one-id' ? 'msg_always-the-same' : `msg_${randomUUID()}`;
  const version = bad === 'text-version' ? env.ERTAD_VERSION : Number(env.ERTAD_VERSION);
  const message = {
    type: 'task.transition',
    data: { task: env.ERTAD_TASK, version, to: env.ERTAD_TO },
  };
  const body = JSON.stringify(message, undefined, bad === 'respelled' ? 2 : undefined);
  const key = Buffer.from(String(env.ERTAD_SECRET).replace(/^whsec_/, ''), 'base64');
  const type = bad === 'form' ? 'application/x-www-form-urlencoded' : 'application/json';
  const began = Date.now();
  return async (): Promise<Response | undefined> => {
    const ms = bad === 'old-time' ? began : Date.now();
    const timestamp = String(bad === 'milliseconds' ? ms : Math.floor(ms / 1000));
    const own = bad === 'new-id' ? `msg_${randomUUID()}` : id;
    const content = `${own}.${timestamp}.${JSON.stringify(message)}`;
    const signal =
      bad === 'patient' ? stopped : AbortSignal.any([stopped, AbortSignal.timeout(TIMEOUT_MS)]);
    return fetch(`${env.ERTAD_URL}/v1/inbound/${env.ERTAD_AGENCY}`, {
      method: 'POST',
      redirect: bad === 'follows' ? 'follow' : 'manual',
      headers: {
        'content-type': type,
        'webhook-id': own,
        'webhook-timestamp': timestamp,
        'webhook-signature': `v1,${createHmac('sha256', key).update(content).digest('base64')}`,
      },
      body,
      signal,
    }).catch(() => undefined);
  };
}
