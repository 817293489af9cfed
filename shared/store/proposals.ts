import { createHmac, timingSafeEqual } from 'node:crypto';
import { Proposal } from '../domain/booking/booking.ts';
import { Refusal } from '../domain/refusal.ts';

/**
 * A time that was found, as it goes out and comes back: signed, and bound to whoever asked, so that
 * holding reads nothing and believes nothing. Whether it is still valid the domain decides.
 */
export const proposals = (secret: () => Promise<Uint8Array>) => {
  const sign = async (payload: string, sub: string): Promise<Buffer> =>
    createHmac('sha256', await secret())
      .update(`${sub}\n${payload}`)
      .digest();

  return {
    async sign(proposal: Proposal, sub: string): Promise<string> {
      const payload = Buffer.from(JSON.stringify(proposal)).toString('base64url');
      return `${payload}.${(await sign(payload, sub)).toString('base64url')}`;
    },
    async read(slot: string, sub: string): Promise<Proposal> {
      const [payload = '', signature = ''] = slot.split('.');
      const expected = await sign(payload, sub);
      const given = Buffer.from(signature, 'base64url');
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw notOurs();
      return Proposal.parse(JSON.parse(Buffer.from(payload, 'base64url').toString()));
    },
  };
};
export type Proposals = ReturnType<typeof proposals>;

/** The name of the hub's secret with which proposals are signed. */
export const PROPOSAL_SECRET = 'proposal';

const notOurs = () => new Refusal('body-invalid', [{ pointer: '/slot', code: 'not-ours' }]);
