import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { LocalAccounts } from '../accounts.ts';
import { clients } from '../people.ts';
import { type Answer, json, ServiceError } from './answers.ts';

type Accounts = ReturnType<LocalAccounts['read']>;

const Attribute = z.object({ Name: z.string(), Value: z.string() });
const OfUser = z.object({ Username: z.string() });
const Create = OfUser.extend({
  UserAttributes: z.array(Attribute),
  DesiredDeliveryMediums: z.array(z.literal('EMAIL')),
});
const Factor = OfUser.extend({
  SoftwareTokenMfaSettings: z.object({ Enabled: z.literal(false), PreferredMfa: z.boolean() }),
});
const OfClient = z.object({ ClientId: z.string() });
const OfSecret = OfClient.extend({ ClientSecretId: z.string() });

/** As many as Cognito lets an app client have. */
const SECRETS_MOST = 2;

const failed = (type: string): ServiceError => new ServiceError(type, type);

const read = <S extends z.ZodType>(schema: S, input: unknown): z.output<S> => {
  const parsed = schema.safeParse(input);
  if (!parsed.success) throw failed('InvalidParameterException');
  return parsed.data;
};

/**
 * The operations of a Cognito user pool that the hub calls, on the accounts of the local identity
 * provider. A first password is mailed nowhere: here nobody is asked for one.
 */
export function localUserPool(kept: LocalAccounts, clock: () => number) {
  const userOf = ({ accounts }: Accounts, input: unknown) => {
    const { Username } = read(OfUser, input);
    const found = accounts.find(({ username, sub }) => [username, sub].includes(Username));
    return { username: Username, found };
  };

  /** Those of people.ts are there as well; they are kept nowhere. */
  const subOf = (input: unknown): string => {
    const { username, found } = userOf(kept.read(), input);
    if (!found && username.startsWith('usr_')) throw failed('UserNotFoundException');
    return found?.sub ?? username;
  };

  const secretsOf = ({ secrets }: Accounts, id: string) => {
    const first = clients.find((client) => client.id === id)?.secret;
    if (first === undefined) throw failed('ResourceNotFoundException');
    return secrets[id] ?? [{ id: `${id}--0`, value: first, createdAt: 0 }];
  };
  const described = (one: Accounts['secrets'][string][number]) => ({
    ClientSecretId: one.id,
    ClientSecretCreateDate: Math.floor(one.createdAt / 1000),
  });

  const operations: Readonly<Record<string, (input: unknown) => object>> = {
    AdminCreateUser(input) {
      const { Username: username, UserAttributes } = read(Create, input);
      const email = UserAttributes.find(({ Name }) => Name === 'email')?.Value ?? '';
      const { accounts } = kept.read();
      if (accounts.some((one) => one.username === username))
        throw failed('UsernameExistsException');
      if (accounts.some((one) => one.email === email)) throw failed('AliasExistsException');
      const made = { username, sub: randomUUID(), email, enabled: true };
      kept.change((all) => ({ ...all, accounts: [...all.accounts, made] }));
      return { User: { Username: username, Attributes: [{ Name: 'sub', Value: made.sub }] } };
    },
    AdminGetUser(input) {
      const { username, found } = userOf(kept.read(), input);
      if (!found) throw failed('UserNotFoundException');
      return { Username: username, UserAttributes: [{ Name: 'sub', Value: found.sub }] };
    },
    AdminDeleteUser(input) {
      const sub = subOf(input);
      const others = ({ accounts }: Accounts) => accounts.filter((one) => one.sub !== sub);
      kept.change((all) => ({ ...all, accounts: others(all) }));
      return {};
    },
    AdminUserGlobalSignOut(input) {
      const sub = subOf(input);
      kept.change((all) => ({ ...all, signedOutAt: { ...all.signedOutAt, [sub]: clock() } }));
      return {};
    },
    AdminSetUserMFAPreference(input) {
      read(Factor, input);
      const sub = subOf(input);
      const factors = ({ factors: all }: Accounts) => ({ ...all, [sub]: (all[sub] ?? 0) + 1 });
      kept.change((all) => ({ ...all, factors: factors(all) }));
      return {};
    },
    ListUserPoolClientSecrets: (input) => ({
      ClientSecrets: secretsOf(kept.read(), read(OfClient, input).ClientId).map(described),
    }),
    AddUserPoolClientSecret(input) {
      const { ClientId } = read(OfClient, input);
      const there = secretsOf(kept.read(), ClientId);
      if (there.length >= SECRETS_MOST) throw failed('LimitExceededException');
      const createdAt = clock();
      const id = `${ClientId}--${createdAt}`;
      const made = { id, value: randomBytes(32).toString('base64url'), createdAt };
      kept.change((all) => ({ ...all, secrets: { ...all.secrets, [ClientId]: [...there, made] } }));
      return { ClientSecretDescriptor: { ...described(made), ClientSecretValue: made.value } };
    },
    DeleteUserPoolClientSecret(input) {
      const { ClientId, ClientSecretId } = read(OfSecret, input);
      const there = secretsOf(kept.read(), ClientId);
      const left = there.filter(({ id }) => id !== ClientSecretId);
      if (left.length === there.length) throw failed('ResourceNotFoundException');
      kept.change((all) => ({ ...all, secrets: { ...all.secrets, [ClientId]: left } }));
      return {};
    },
  };

  return (operation: string, input: unknown): Answer => {
    const answer = operations[operation];
    if (!answer) throw new ServiceError('UnknownOperationException', `No local ${operation}`);
    return json(answer(input));
  };
}
