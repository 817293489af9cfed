import { X509Certificate } from 'node:crypto';

/** SHA-256 of a certificate in hexadecimal (RFC 8705, `x5t#S256`); nothing for what is none. */
export function thumbprint(pem: string): string | undefined {
  try {
    return new X509Certificate(pem).fingerprint256.replaceAll(':', '').toLowerCase();
  } catch {
    return undefined;
  }
}
