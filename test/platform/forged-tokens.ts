import { createHmac, createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What a forger may have: the issuer's own key too, for what the issuer itself must not say. */
export interface Forge {
  readonly privateKey: KeyObject;
  readonly publicJwk: object;
  readonly publicPem: string;
  readonly kid: string;
  /** The claims of a token that is accepted, without its times. */
  readonly claims: Readonly<Record<string, unknown>>;
  /** In seconds. */
  readonly now: number;
}

const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const strangersJwk = stranger.publicKey.export({ format: 'jwk' });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const coded = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const rs256 = (body: string, key: KeyObject): string =>
  createSign('RSA-SHA256').update(body).sign(key).toString('base64url');

/** A token signed by RS256, header and payload as they are given: objects, or texts as they stand. */
export function forged(forge: Forge, header: unknown, payload: unknown, key = forge.privateKey) {
  const body = `${coded(header)}.${coded(payload)}`;
  return `${body}.${rs256(body, key)}`;
}

const good = ({ claims, now }: Forge) => ({ ...claims, iat: now, exp: now + 300 });
const head = ({ kid }: Forge) => ({ alg: 'RS256', kid });

/** A token as it should be: whoever refuses this one refuses everything. */
export const genuine = (forge: Forge): string => forged(forge, head(forge), good(forge));

type Attack = readonly [name: string, token: string];

function withoutSignature(forge: Forge): Attack[] {
  const payload = coded(good(forge));
  return ['none', 'None', 'NONE', 'nOnE', ''].flatMap((alg): Attack[] => [
    [`alg "${alg}", no signature`, `${coded({ ...head(forge), alg })}.${payload}.`],
    [
      `alg "${alg}", somebody's signature`,
      `${coded({ ...head(forge), alg })}.${payload}.${genuine(forge).split('.')[2]}`,
    ],
  ]);
}

function confused(forge: Forge): Attack[] {
  const secrets = {
    'the public PEM': forge.publicPem,
    'the PEM without its last line end': forge.publicPem.trim(),
    'the public JWK': JSON.stringify(forge.publicJwk),
    'the kid': forge.kid,
    nothing: '',
  };
  const shared = Object.entries(secrets).flatMap(([what, secret]) =>
    (['256', '384', '512'] as const).map((bits): Attack => {
      const body = `${coded({ ...head(forge), alg: `HS${bits}` })}.${coded(good(forge))}`;
      const mac = createHmac(`sha${bits}`, secret).update(body).digest('base64url');
      return [`HS${bits} with ${what} as the secret`, `${body}.${mac}`];
    }),
  );
  const es = `${coded({ ...head(forge), alg: 'ES256' })}.${coded(good(forge))}`;
  const signed = sign('sha256', Buffer.from(es), { key: ec.privateKey, dsaEncoding: 'ieee-p1363' });
  return [
    ...shared,
    ['ES256 by a stranger', `${es}.${signed.toString('base64url')}`],
    ['ES256 with a signature of zeros', `${es}.${Buffer.alloc(64).toString('base64url')}`],
    ['RS512 said, RS256 done', forged(forge, { ...head(forge), alg: 'RS512' }, good(forge))],
    ['PS256 said, RS256 done', forged(forge, { ...head(forge), alg: 'PS256' }, good(forge))],
    ['no alg', forged(forge, { kid: forge.kid }, good(forge))],
    ['several algs', forged(forge, { ...head(forge), alg: ['RS256', 'none'] }, good(forge))],
  ];
}

/** A key brought along, or said to lie elsewhere: by a stranger, and by who has the issuer's key. */
function keysBroughtAlong(forge: Forge): Attack[] {
  const { privateKey } = stranger;
  const extras: Record<string, object> = {
    jwk: { jwk: strangersJwk },
    'jwk of the same kid': { jwk: { ...strangersJwk, kid: forge.kid } },
    jku: { jku: 'https://evil.example/jwks' },
    x5u: { x5u: 'https://evil.example/cert.pem' },
    x5c: { x5c: [Buffer.from('certificate').toString('base64')] },
  };
  return Object.entries(extras).flatMap(([what, extra]): Attack[] => [
    [
      `${what}, signed by a stranger`,
      forged(forge, { ...head(forge), ...extra }, good(forge), privateKey),
    ],
    [`${what}, signed by the issuer`, forged(forge, { ...head(forge), ...extra }, good(forge))],
  ]);
}

function kids(forge: Forge): Attack[] {
  const wanted: unknown[] = [
    '../../../dev/null',
    '/dev/null',
    "' OR 1=1 --",
    "x' UNION SELECT 'key",
    '| cat /etc/passwd',
    'https://evil.example/key',
    '',
    ' ',
    'unknown',
    `${forge.kid} `,
    forge.kid.toUpperCase() === forge.kid ? `${forge.kid}x` : forge.kid.toUpperCase(),
    '__proto__',
    'constructor',
    0,
    null,
    [forge.kid],
    { kid: forge.kid },
    'k'.repeat(1000),
  ];
  const made = wanted.map(
    (kid): Attack => [
      `kid ${JSON.stringify(kid).slice(0, 40)}`,
      forged(forge, { alg: 'RS256', kid }, good(forge)),
    ],
  );
  return [...made, ['no kid', forged(forge, { alg: 'RS256' }, good(forge))]];
}

function headers(forge: Forge): Attack[] {
  const with_ = (extra: object) => forged(forge, { ...head(forge), ...extra }, good(forge));
  return [
    ['typ of an identity token', with_({ typ: 'id+jwt' })],
    ['typ of a logout token', with_({ typ: 'logout+jwt' })],
    ['typ of a proof', with_({ typ: 'dpop+jwt' })],
    ['typ that is no text', with_({ typ: 1 })],
    ['a critical header nobody knows', with_({ crit: ['x'], x: 1 })],
    ['a critical header that is absent', with_({ crit: ['exp'] })],
    ['crit without a name', with_({ crit: [] })],
    ['an unencoded payload', with_({ b64: false, crit: ['b64'] })],
    ['a zipped payload', with_({ zip: 'DEF' })],
    ['a token in the token', with_({ cty: 'JWT' })],
    ['alg twice', forged(forge, `{"alg":"none","alg":"RS256","kid":"${forge.kid}"}`, good(forge))],
    ['a header that is a list', forged(forge, '[]', good(forge))],
    ['a header that is no JSON', forged(forge, '{alg:RS256}', good(forge))],
  ];
}

function claims(forge: Forge): Attack[] {
  const { now } = forge;
  const with_ = (extra: object) => forged(forge, head(forge), { ...good(forge), ...extra });
  const text = JSON.stringify(good(forge)).slice(0, -1);
  return [
    ['another issuer', with_({ iss: 'https://evil.example' })],
    ['the issuer with a slash', with_({ iss: `${forge.claims.iss}/` })],
    ['a list of issuers', with_({ iss: [forge.claims.iss] })],
    ['no issuer', with_({ iss: undefined })],
    ['another audience', with_({ aud: 'another-service' })],
    ['an audience beside the hub', with_({ aud: ['ertad', 'another-service'] })],
    ['an identity token', with_({ token_use: 'id' })],
    ['a refresh token', with_({ token_use: 'refresh' })],
    ['no use', with_({ token_use: undefined })],
    ['another client', with_({ client_id: 'police-imereti' })],
    ['no client', with_({ client_id: undefined })],
    ['another scope', with_({ scope: 'ertad/apis' })],
    ['a scope in capitals', with_({ scope: 'ERTAD/API' })],
    ['a list of scopes', with_({ scope: ['ertad/api'] })],
    ['no scope', with_({ scope: undefined })],
    ['nobody', with_({ sub: '' })],
    ['a subject that is a list', with_({ sub: [forge.claims.sub] })],
    ['expired', with_({ iat: now - 4000, exp: now - 400 })],
    ['expired long ago', with_({ exp: 0 })],
    ['no end', with_({ exp: undefined })],
    ['an end in words', with_({ exp: '2099-01-01' })],
    [
      'an end without end',
      forged(forge, head(forge), `${text.replace(/"exp":\d+/, '"exp":1e999')}}`),
    ],
    ['not valid yet', with_({ nbf: now + 3600 })],
    ['a beginning in words', with_({ nbf: 'now' })],
    ['issued tomorrow', with_({ iat: now + 86_400, exp: now + 90_000 })],
    ['no issue', with_({ iat: undefined })],
    [
      'sub twice',
      forged(forge, head(forge), `${text},"sub":"police-imereti","sub":"${forge.claims.sub}"}`),
    ],
    ['exp twice', forged(forge, head(forge), `${text},"exp":${now + 300}}`)],
    ['a payload that is a list', forged(forge, head(forge), '[]')],
    ['a payload that is no JSON', forged(forge, head(forge), 'sub=police-imereti')],
  ];
}

/** What lenient decoders take for the same, and what is no token at all. */
function spellings(forge: Forge): Attack[] {
  const token = genuine(forge);
  const [first = '', second = '', third = ''] = token.split('.');
  const flipped = Buffer.from(third, 'base64url');
  flipped[10] = (flipped[10] ?? 0) ^ 1;
  return [
    ['padding', `${token}=`],
    ['padding within', `${first}==.${second}.${third}`],
    ['a dot at the end', `${token}.`],
    ['a dot at the start', `.${token}`],
    ['five parts', `${token}.a.b`],
    ['two parts', `${first}.${second}`],
    ['parts in another order', `${second}.${first}.${third}`],
    [
      'the other alphabet',
      `${first}.${second}.${third.replaceAll('-', '+').replaceAll('_', '/')}+`,
    ],
    ['signs that are none', `${first}.${second}.${third}!`],
    ['percent signs', `${first}%2E${second}.${third}`],
    ['one bit of the signature changed', `${first}.${second}.${flipped.toString('base64url')}`],
    ['the signature cut short', `${first}.${second}.${third.slice(0, -4)}`],
    ['a huge header', `${'A'.repeat(2001)}.${second}.${third}`],
    ['a huge payload', `${first}.${'A'.repeat(6004)}.${third}`],
    ['deep claims', forged(forge, head(forge), { ...good(forge), x: deep(400) })],
    ['JSON in place of compact', coded({ payload: second, signatures: [] })],
    [
      'an encrypted token',
      `${coded({ alg: 'dir', enc: 'A256GCM' })}..${coded('iv')}.${coded('x')}.${coded('tag')}`,
    ],
  ];
}

const deep = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

/** Every way to come in that is none, each with its name. */
export const attacks = (forge: Forge): readonly Attack[] => [
  ...withoutSignature(forge),
  ...confused(forge),
  ...keysBroughtAlong(forge),
  ...kids(forge),
  ...headers(forge),
  ...claims(forge),
  ...spellings(forge),
];
