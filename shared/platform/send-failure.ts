export type SendFailureCode =
  | 'timed-out'
  | 'connection-refused'
  | 'connection-lost'
  | 'unreachable'
  | 'certificate-invalid'
  | 'tls-failed'
  | 'headers-too-large'
  | 'not-http'
  | 'failed';

/** What node and undici call it, and what it comes down to. The first that fits. */
const CODES: readonly (readonly [RegExp, SendFailureCode])[] = [
  [/TIMEOUT$|^ETIMEDOUT$/, 'timed-out'],
  [/^ECONNREFUSED$/, 'connection-refused'],
  [/^(ECONNRESET|EPIPE|ECONNABORTED|UND_ERR_SOCKET)$/, 'connection-lost'],
  [/^E(HOST|NET)(UNREACH|DOWN)$|^EADDRNOTAVAIL$|^EACCES$|^EPERM$/, 'unreachable'],
  [/CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^INVALID_(CA|PURPOSE)$/, 'certificate-invalid'],
  [/^ERR_(SSL|TLS)|^EPROTO$/, 'tls-failed'],
  [/HEADERS?_OVERFLOW$/, 'headers-too-large'],
  [/^HPE_|^HTTPParserError$|^UND_ERR_(RES_|RESPONSE)/, 'not-http'],
];

/** An attempt that got no answer. Its only word is the code: others' words may name a person. */
export class SendFailure extends Error {
  override readonly name = 'SendFailure';
  readonly code: SendFailureCode;
  constructor(code: SendFailureCode) {
    super(code);
    this.code = code;
  }

  /** What a library threw, without its words. */
  static of(error: unknown): SendFailure {
    if (error instanceof SendFailure) return error;
    const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
    const word = String(code ?? name ?? '');
    return new SendFailure(CODES.find(([pattern]) => pattern.test(word))?.[1] ?? 'failed');
  }
}
