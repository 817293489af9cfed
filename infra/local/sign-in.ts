import { base32, codeOf, secretOf, stepAt, stepOf } from './one-time-code.ts';

/** Wrong codes in one sign-in before it is over. */
const TRIES = 5;

interface Begun {
  readonly sub: string;
  tries: number;
}

interface SignInOptions {
  /** From which the accounts' secrets follow. */
  readonly kept: string;
  readonly now: () => number;
  /** How often the second factor of an account was set up anew. */
  readonly factor: (sub: string) => number;
}

/** What one sign-in has come to: who began it, then the second factor, each code once. */
export function signIns({ kept, now, factor }: SignInOptions) {
  const begun = new Map<string, Begun>();
  const last = new Map<string, number>();
  const secret = (sub: string) => secretOf(kept, sub, factor(sub));
  const lastOf = (sub: string) => last.get(`${sub} ${factor(sub)}`) ?? 0;

  return {
    begin(uid: string, sub: string): void {
      begun.set(uid, { sub, tries: 0 });
    },
    begunBy: (uid: string): string | undefined => begun.get(uid)?.sub,

    /** What an authenticator app has and shows; whoever has used a code waits for the next one. */
    shown: (sub: string) => ({
      secret: base32(secret(sub)),
      code: codeOf(secret(sub), Math.max(stepAt(now()), lastOf(sub) + 1)),
    }),

    /** Whose sign-in it is, once the code is right; `over` after too many wrong ones. */
    finish(uid: string, code: string): { sub: string } | 'again' | 'over' {
      const sign = begun.get(uid);
      if (!sign) return 'over';
      const step = stepOf(secret(sign.sub), code.trim(), now(), lastOf(sign.sub));
      if (step !== undefined) {
        last.set(`${sign.sub} ${factor(sign.sub)}`, step);
        begun.delete(uid);
        return { sub: sign.sub };
      }
      sign.tries += 1;
      if (sign.tries < TRIES) return 'again';
      begun.delete(uid);
      return 'over';
    },
  };
}
