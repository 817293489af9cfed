/** Of the other child whoever referred learns that it is being looked at, and nothing else. */
export const LOOKED_AT = 'referrer-of-another-child';
