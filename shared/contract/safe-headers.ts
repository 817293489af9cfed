/**
 * What every answer says of itself, refusals and the gateway's own answers included. An answer of
 * the API is data: nobody may keep it, frame it, run it or guess another type for it. The pages of
 * the hub give a policy of their own in place of the content policy here.
 */
export const SAFE_HEADERS = {
  'Cache-Control': 'no-store',
  // Two years, as browsers' own lists want it.
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
  // These three do not follow from `default-src`.
  'Content-Security-Policy':
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const;

/**
 * The same for the gateway, whose values stand in single quotes already: a directive without a
 * value means `'none'` (CSP level 3, section 2.3.1).
 */
export const unquoted = (value: string): string => value.replaceAll(" 'none'", '');
