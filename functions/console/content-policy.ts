/**
 * What the console's pages may load and call (CSP level 3): their own origin, and for tokens the
 * identity provider. No third party, no inline code, no frame, no form that leaves. The components
 * put one style sheet of their own into the page (touch-action of what is pressed): by the nonce.
 */
export const contentPolicy = (tokenUrl: string, nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self'",
    `connect-src 'self' ${new URL(tokenUrl).origin}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');
