import { MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Principal } from '../domain/access/principal.ts';
import { AgencyId } from '../domain/ids.ts';
import { type InboundKey, takenAt } from '../domain/inbound/inbound-key.ts';
import { Refusal } from '../domain/refusal.ts';
import type { InboundKeys } from '../store/inbound-keys.ts';
import type { Members } from '../store/members.ts';
import type { InboundSecrets } from './inbound-secrets.ts';
import { metrics } from './metrics.ts';
import { logger } from './observability.ts';
import { type Verified, verifySignature } from './webhook-signing.ts';

/** A call that carries a signature, as it came. */
export interface SignedCall {
  /** As the path names it; nothing about it is certain. */
  readonly agency: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  /** Byte for byte: a body that was parsed and written again has another signature. */
  readonly body: Uint8Array;
}

/** The account that opened the door the call came in by, as its membership stands at this moment. */
type Signer = () => Promise<Principal>;
export type Signatures = (call: SignedCall) => Promise<Signer>;

interface Deps {
  readonly keys: Pick<InboundKeys, 'of'>;
  readonly secrets: Pick<InboundSecrets, 'open'>;
  readonly members: Pick<Members, 'find'>;
  readonly now: () => string;
}

/**
 * Finds out who signed a call. An agency that does not exist, one without a key, a wrong signature
 * and an account that is gone are all answered alike, so that nobody learns who has a door here;
 * only whoever could sign is told that it came too late.
 */
export const signatures = ({ keys, secrets, members, now }: Deps): Signatures => {
  const checked = async (door: InboundKey, call: SignedCall, at: string): Promise<Verified> => {
    const live = takenAt(door, at).map((key) => secrets.open(door, key));
    const atMs = Date.parse(at);
    return verified({ ...call, keys: await Promise.all(live), atMs });
  };

  return async (call) => {
    const at = now();
    const agency = AgencyId.safeParse(call.agency);
    const doors = agency.success ? await keys.of(agency.data) : [];
    const results = await Promise.all(doors.map((door) => checked(door, call, at)));
    const door = doors.find((_, i) => results[i]?.ok);
    // An agency's name is written down only where it is one that sends: a path may say anything.
    const known = doors[0]?.agency;
    if (!door) return refuse(reasonOf(results), known);
    return async () => {
      const principal = await members.find(door.sub);
      // Whoever is no longer a member of this agency has no power left here, at once.
      if (principal?.agency !== door.agency) return refuse('account-gone', known);
      return { ...principal, through: door.id };
    };
  };
};

type Checked = Parameters<typeof verifySignature>[0];

/** Whether it came in time is said only of what was signed by the right key. */
function verified(given: Checked): Verified {
  const result = verifySignature(given);
  if (result.ok || (result.because !== 'too-old' && result.because !== 'too-new')) return result;
  const then = verifySignature({ ...given, atMs: 1000 * timestampOf(given.headers) });
  return then.ok ? result : then;
}

const timestampOf = (headers: Checked['headers']): number =>
  Number(Object.entries(headers).find(([key]) => key.toLowerCase() === 'webhook-timestamp')?.[1]);

type Reason = Extract<Verified, { ok: false }>['because'] | 'no-key' | 'account-gone';

/** Of several keys that all said no, the one that knew the signature says why. */
function reasonOf(results: readonly Verified[]): Reason {
  const reasons = results.flatMap((result) => (result.ok ? [] : [result.because]));
  return reasons.find((because) => LATE.includes(because)) ?? reasons[0] ?? 'no-key';
}
const LATE: readonly Reason[] = ['too-old', 'too-new'];

function refuse(because: Reason, agency: AgencyId | undefined): never {
  metrics.singleMetric().addMetric('SignaturesRefused', MetricUnit.Count, 1);
  logger.warn('signature refused', { because, ...(agency && { agency }) });
  throw new Refusal(LATE.includes(because) ? 'signature-out-of-time' : 'signature-refused');
}
