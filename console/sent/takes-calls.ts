interface Known {
  readonly kind: string;
  readonly roles: readonly string[];
}

/** Kinds whose duty desk writes down what a caller adds, to whichever child the number belongs. */
const DESKS = ['guardianship-body', 'police', 'hotline', 'oversight'];

/**
 * A duty desk adds news to any referral, so that this is not opened by the record: the hub does not
 * name it among what the record opens.
 */
export const takesCalls = (me: Known | undefined): boolean =>
  me !== undefined && DESKS.includes(me.kind) && me.roles.includes('duty');
