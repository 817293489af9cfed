import type { KeptHead } from '../../shared/store/journal-log/signed-heads.ts';

/** A head as everybody sees it: there is nothing in it to hide. */
export const headView = ({ head, publicKey }: KeptHead) => ({
  ...head,
  publicKey: publicKey.publicKey,
  links: {
    self: `/v1/journal/heads/${head.id}`,
    consistency: `/v1/journal/consistency?from=0&to=${head.size}`,
  },
});
