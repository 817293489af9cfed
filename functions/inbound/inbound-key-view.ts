import { type InboundKey, takenAt } from '../../shared/domain/inbound/inbound-key.ts';

/** A door as its agency sees it: what is good at this moment, and never a secret. */
export function inboundKeyView(door: InboundKey, at: string) {
  const { id, sub, createdAt, version } = door;
  const keys = takenAt(door, at).map((key) => ({
    number: key.number,
    scheme: key.scheme,
    publicKey: key.scheme === 'v1a' ? key.public : undefined,
    createdAt: key.createdAt,
    until: key.until,
  }));
  const self = `/v1/inbound-keys/${id}`;
  const links = { self, rotations: `${self}/rotations`, inbound: `/v1/inbound/${door.agency}` };
  return { id, account: sub, keys, createdAt, version, links };
}
