import { client } from '../../shared/contract/client.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { session } from '../session/session.ts';
import { setByHub } from '../words/hub-clock.ts';

/** How long a call may take before the line counts as gone; the gateway itself waits 29 s. */
const PATIENCE_MS = 35_000;

/**
 * As `fetch`, with an end, and once more with a new token where the hub took the first one no more:
 * the sign-in was ended elsewhere, or the token ran out on the way.
 */
async function patientFetch(input: string | URL | Request, init: RequestInit = {}) {
  const send = async (headers = init.headers) => {
    const asked = Date.now();
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(input, { ...init, ...(headers && { headers }), signal });
    setByHub(answer, asked, Date.now());
    return answer;
  };
  const answer = await send();
  const carried = new Headers(init.headers);
  if (answer.status !== 401 || !carried.has('authorization')) return answer;
  session.drop();
  carried.set('authorization', `Bearer ${await session.token()}`);
  return send(Object.fromEntries(carried));
}

/** Calls the hub that served this page; answers come in the language that is shown. */
export const hub = (lang: Lang) =>
  client({ baseUrl: location.origin, token: session.token, lang, fetch: patientFetch }).call;
