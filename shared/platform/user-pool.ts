import { SignatureV4 } from '@smithy/signature-v4';
import * as z from 'zod';
import { Refusal } from '../domain/refusal.ts';
import type { Signer } from './channels/signed-call.ts';

interface UserPoolOptions {
  readonly url: string;
  readonly poolId: string;
  readonly signer: Signer;
}

const TIMEOUT_MS = 8000;

const User = z.object({ Name: z.string(), Value: z.string().optional() });
const Created = z.object({ User: z.object({ Attributes: z.array(User) }) });
const Found = z.object({ UserAttributes: z.array(User) });
const Descriptor = z.object({
  ClientSecretId: z.string(),
  ClientSecretValue: z.string().optional(),
  /** Seconds since the epoch. */
  ClientSecretCreateDate: z.number(),
});
const Added = z.object({ ClientSecretDescriptor: Descriptor });
const Listed = z.object({ ClientSecrets: z.array(Descriptor) });
const Failure = z.object({ __type: z.string().transform((type) => type.split('#').at(-1) ?? '') });

/** What the identity provider answered instead of doing it; nothing else of its answer is kept. */
class PoolFailure extends Error {
  override readonly name = 'PoolFailure';
  readonly type: string;
  constructor(type: string) {
    super(`the user pool answered ${type}`);
    this.type = type;
  }
}

const subOf = (attributes: z.infer<typeof User>[]): string =>
  z.string().parse(attributes.find(({ Name }) => Name === 'sub')?.Value);

const secretOf = (one: z.infer<typeof Descriptor>) => ({
  id: one.ClientSecretId,
  createdAt: new Date(one.ClientSecretCreateDate * 1000).toISOString(),
});

/** The failure told in other words, or as nothing, where it is one of those expected. */
const unless = <T>(...types: string[]) => ({
  otherwise: (make: () => T) => (error: unknown) => {
    if (error instanceof PoolFailure && types.includes(error.type)) return make();
    throw error;
  },
});

/**
 * Accounts and app clients at Amazon Cognito, by its own protocol: its client is larger than the
 * whole budget of a function leaves room for.
 */
export function userPool({ url, poolId, signer }: UserPoolOptions) {
  const { credentials, region, sha256 } = signer;
  const signing = new SignatureV4({ service: 'cognito-idp', credentials, region, sha256 });

  async function call(operation: string, content: object): Promise<unknown> {
    const { protocol, hostname, host, port } = new URL(url);
    const body = JSON.stringify({ UserPoolId: poolId, ...content });
    const { headers } = await signing.sign({
      ...{ method: 'POST', protocol, hostname, path: '/', query: {}, body },
      ...(port && { port: Number(port) }),
      headers: {
        host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
    });
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await fetch(url, { method: 'POST', headers, body, signal });
    const text = await answer.text();
    if (answer.ok) return text === '' ? {} : JSON.parse(text);
    throw new PoolFailure(Failure.safeParse(JSON.parse(text)).data?.__type ?? `${answer.status}`);
  }
  const gone = unless<unknown>('UserNotFoundException').otherwise(() => undefined);

  return {
    /** Makes the account and mails a first password; an account made before is found. Its subject. */
    async create(username: string, mail: string): Promise<string> {
      const UserAttributes = [
        { Name: 'email', Value: mail },
        { Name: 'email_verified', Value: 'true' },
      ];
      const wish = { Username: username, UserAttributes, DesiredDeliveryMediums: ['EMAIL'] };
      try {
        return subOf(Created.parse(await call('AdminCreateUser', wish)).User.Attributes);
      } catch (error) {
        if (!(error instanceof PoolFailure)) throw error;
        if (error.type === 'AliasExistsException') throw new Refusal('mail-taken');
        if (error.type !== 'UsernameExistsException') throw error;
        const found = await call('AdminGetUser', { Username: username }).catch(
          unless<unknown>('UserNotFoundException').otherwise(() => {
            throw new Refusal('mail-taken');
          }),
        );
        return subOf(Found.parse(found).UserAttributes);
      }
    },
    /** Its refresh tokens end with it, and nobody signs in with it any more. */
    remove: async (username: string): Promise<void> =>
      void (await call('AdminDeleteUser', { Username: username }).catch(gone)),
    /** All refresh tokens end. */
    signOut: async (username: string): Promise<void> =>
      void (await call('AdminUserGlobalSignOut', { Username: username }).catch(gone)),
    /** At the next sign-in a new authenticator has to be set up. */
    async forgetSecondFactor(username: string): Promise<void> {
      const none = { Enabled: false, PreferredMfa: false };
      await call('AdminSetUserMFAPreference', {
        Username: username,
        SoftwareTokenMfaSettings: none,
      }).catch(gone);
    },

    /** The secrets a system may show: at most two at a time. */
    async secrets(client: string) {
      const answer = await call('ListUserPoolClientSecrets', { ClientId: client });
      return Listed.parse(answer).ClientSecrets.map(secretOf);
    },
    /** One more, good beside the one there is. */
    async addSecret(client: string) {
      const answer = await call('AddUserPoolClientSecret', { ClientId: client }).catch(
        unless<unknown>('LimitExceededException').otherwise(() => {
          throw new Refusal('two-secrets-already');
        }),
      );
      const { ClientSecretDescriptor: added } = Added.parse(answer);
      return { ...secretOf(added), secret: z.string().parse(added.ClientSecretValue) };
    },
    async removeSecret(client: string, id: string): Promise<void> {
      await call('DeleteUserPoolClientSecret', { ClientId: client, ClientSecretId: id });
    },
  };
}
export type UserPool = ReturnType<typeof userPool>;
