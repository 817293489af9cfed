import {
  type Begun,
  beginning,
  exchanged,
  refreshed,
  SignInOver,
  type Tokens,
} from './code-flow.ts';
import { RETURN_PATH, signInPlace } from './place.ts';

/**
 * `over`: the sign-in ended while somebody was at work. Calls wait until they have signed in again,
 * in a window of its own, so that what was typed stays.
 */
export type SessionState = 'starting' | 'signed-out' | 'signed-in' | 'over';

/** A token that ends this soon is renewed first: a call may take as long on a poor line. */
const BEFORE_MS = 30_000;
/** In `sessionStorage`, which ends with the tab: that this tab was signed in, and a sign-in begun. */
const WAS_SIGNED_IN = 'ertad:was-signed-in';
const BEGUN = 'ertad:sign-in-begun';
/** A window of the same origin, opened for signing in again, says the code here. */
const CHANNEL = 'ertad:sign-in';

let place = { authorize: '', token: '', signOut: '', client: '' };
let state: SessionState = 'starting';
let tokens: Tokens | undefined;
let renewing: Promise<Tokens> | undefined;
let again: PromiseWithResolvers<void> | undefined;
const listeners = new Set<() => void>();

function become(next: SessionState): void {
  state = next;
  if (next === 'signed-in') again?.resolve();
  for (const listener of listeners) listener();
}

function take(given: Tokens): void {
  tokens = given;
  sessionStorage.setItem(WAS_SIGNED_IN, 'yes');
  become('signed-in');
}

/** The one session of this tab. */
export const session = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  state: () => state,

  /** Comes back from the sign-in page, or signs in silently where this tab was signed in before. */
  async start(): Promise<void> {
    place = signInPlace();
    if (location.pathname === RETURN_PATH) return comeBack(new URLSearchParams(location.search));
    if (sessionStorage.getItem(WAS_SIGNED_IN)) return goToSignIn('none');
    become('signed-out');
  },

  signIn: () => goToSignIn(),

  /** In a window of its own: this page with what was typed in it stays. */
  async signInAgain(): Promise<void> {
    // Asked anew, by password and second factor: what the provider remembers has just been ended.
    const { begun, address } = await beginning(place, '/', 'login');
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = async ({ data }: MessageEvent<{ code?: string; state?: string }>) => {
      if (data.state !== begun.state || !data.code) return;
      channel.close();
      take(await exchanged(place, data.code, begun));
    };
    window.open(address, '_blank', 'popup,width=520,height=680');
  },

  /** A token that is good for the next call; waits where one has to sign in again first. */
  async token(): Promise<string> {
    if (state === 'over') await again?.promise;
    if (tokens && tokens.until - BEFORE_MS > performance.now()) return tokens.access;
    return (await renewed()).access;
  },

  /** The hub did not take the last one: whatever its time, it is worth nothing. */
  drop(): void {
    if (tokens) tokens = { ...tokens, until: 0 };
  },

  /** Ends this tab's sign-in; the hub was told before. */
  leave(): void {
    tokens = undefined;
    sessionStorage.clear();
    const home = `${location.origin}/`;
    // Cognito and OpenID Connect each have a name of their own for where to go on.
    const asked = { client_id: place.client, logout_uri: home, post_logout_redirect_uri: home };
    location.assign(`${place.signOut}?${new URLSearchParams(asked)}`);
  },

  /** At once, without a trace in this tab. The token is handed out for one last call. */
  forget(): string | undefined {
    const last = tokens?.access;
    tokens = undefined;
    sessionStorage.clear();
    return last;
  },
};

async function renewed(): Promise<Tokens> {
  renewing ??= renew().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

async function renew(): Promise<Tokens> {
  try {
    if (!tokens?.refresh) throw new SignInOver();
    const given = await refreshed(place, tokens.refresh);
    tokens = given;
    return given;
  } catch (error) {
    if (!(error instanceof SignInOver)) throw error;
    again ??= Promise.withResolvers();
    become('over');
    await again.promise;
    again = undefined;
    if (!tokens) throw error;
    return tokens;
  }
}

async function goToSignIn(prompt?: 'none'): Promise<void> {
  const here = location.pathname === RETURN_PATH ? '/' : location.pathname + location.search;
  const { begun, address } = await beginning(place, here, prompt);
  sessionStorage.setItem(BEGUN, JSON.stringify(begun));
  location.assign(address);
}

async function comeBack(said: URLSearchParams): Promise<void> {
  const kept = sessionStorage.getItem(BEGUN);
  const begun = kept ? (JSON.parse(kept) as Begun) : undefined;
  const [code, given] = [said.get('code'), said.get('state')];
  if (!begun || begun.state !== given) return handOver({ code, state: given });
  sessionStorage.removeItem(BEGUN);
  history.replaceState(null, '', begun.back);
  try {
    if (!code) throw new SignInOver();
    take(await exchanged(place, code, begun));
  } catch {
    sessionStorage.removeItem(WAS_SIGNED_IN);
    become('signed-out');
  }
}

/** This window was opened for signing in again: it says what it was told, and closes. */
function handOver(said: { readonly code: string | null; readonly state: string | null }): void {
  if (said.code) new BroadcastChannel(CHANNEL).postMessage(said);
  history.replaceState(null, '', '/');
  become('signed-out');
  window.close();
}
