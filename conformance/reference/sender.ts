/**
 * Sends one step of a task to the hub as a signed webhook, with nothing but Node (22.18 or later).
 *
 *   ERTAD_URL=http://localhost:4600 ERTAD_AGENCY=municipality-zestaponi ERTAD_SECRET=whsec_… \
 *   ERTAD_TASK=tsk_… ERTAD_VERSION=3 ERTAD_TO=accepted ERTAD_PERSON="Nino Kapanadze" node sender.ts
 *
 *   ERTAD_VERSION   the version your decision is based on: the ETag with which you read the task
 *   ERTAD_PERSON    who acts; ERTAD_DEPUTY, ERTAD_REASON, ERTAD_OUTCOME where the step wants them
 *   ERTAD_TIMEOUT   seconds to wait for an answer (15)
 *
 * Exit code: 0 the hub has it; 1 the hub refused it, a person must look; 2 not configured;
 * 3 the hub could not be reached.
 */
import { createHmac, createPrivateKey, randomUUID, sign } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

const { env } = process;
const wanted = (name: string): string => {
  const value = env[name];
  if (value) return value;
  console.error(`${name} is missing`);
  process.exit(2);
};

/** Seconds between tries. A real outbox goes on for hours: the hub answers a repetition as the first. */
const PAUSES = [1, 5, 30, 120, 600];
const TIMEOUT_MS = Number(env.ERTAD_TIMEOUT ?? 15) * 1000;
/** "Not now": the same message again, later. All others of 4xx are final. */
const LATER = [408, 425, 429];
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

// Id and bytes are made once, when the decision is made. Keep them in your database with it, and
// take them from there after a restart: so the hub sees that it is the same message.
const id = `msg_${randomUUID()}`;
const body = Buffer.from(
  JSON.stringify({
    type: 'task.transition',
    timestamp: new Date().toISOString(),
    data: {
      task: wanted('ERTAD_TASK'),
      version: Number(wanted('ERTAD_VERSION')),
      to: wanted('ERTAD_TO'),
      ...(env.ERTAD_PERSON && { actingPerson: env.ERTAD_PERSON }),
      ...(env.ERTAD_DEPUTY && { deputy: env.ERTAD_DEPUTY }),
      ...(env.ERTAD_REASON && { reason: env.ERTAD_REASON }),
      ...(env.ERTAD_OUTCOME && { outcome: env.ERTAD_OUTCOME }),
    },
  }),
);
const url = new URL(`/v1/inbound/${wanted('ERTAD_AGENCY')}`, wanted('ERTAD_URL'));
const secret = wanted('ERTAD_SECRET');

/** Signed are id, time and the very bytes that go out, joined by dots. */
function signature(timestamp: string): string {
  const content = Buffer.concat([Buffer.from(`${id}.${timestamp}.`), body]);
  const key = Buffer.from(secret.replace(/^wh[a-z]+_/, ''), 'base64');
  if (secret.startsWith('whsec_')) {
    return `v1,${createHmac('sha256', key).update(content).digest('base64')}`;
  }
  const der = Buffer.concat([PKCS8, key.subarray(0, 32)]);
  const pair = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return `v1a,${sign(null, content, pair).toString('base64')}`;
}

type Answer = { status: number; retryAfter: number; problem: string };

async function attempt(): Promise<Answer> {
  // Signed anew for every try, with the time of now: the hub refuses what is older than 5 minutes.
  const timestamp = String(Math.floor(Date.now() / 1000));
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': timestamp,
        'webhook-signature': signature(timestamp),
      },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const problem = answer.ok ? '' : (await answer.text()).slice(0, 2000);
    return {
      status: answer.status,
      retryAfter: Number(answer.headers.get('retry-after')) || 0,
      problem,
    };
  } catch {
    // Refused, cut, or no answer in time: it may have been recorded, so the same goes again.
    return { status: 0, retryAfter: 0, problem: '' };
  }
}

for (const wait of [...PAUSES, undefined]) {
  const { status, retryAfter, problem } = await attempt();
  if (status >= 200 && status < 300) process.exit(0);
  if (status > 0 && status < 500 && !LATER.includes(status)) {
    // 409, 412: somebody else moved the task. Read it again and let a person decide anew.
    console.error(`the hub refused it (${status}): ${problem}`);
    process.exit(1);
  }
  console.error(`not now (${status || 'no answer'})`);
  if (wait !== undefined) await pause(Math.max(wait, retryAfter) * 1000);
}
console.error('the hub could not be reached');
process.exit(3);
