import { readdirSync } from 'node:fs';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { BUNDLING } from '../../infra/bundle.ts';
import { functions, hubTemplate, permissions } from './resources.ts';

const template = hubTemplate();
const all = functions(template);

/** What in a function's code speaks to a service of AWS: the client, or the module that signs for it. */
const SPEAKERS: Readonly<Record<string, readonly RegExp[]>> = {
  dynamodb: [/@aws-sdk\/client-dynamodb\/.*\/commands\//, /@aws-sdk\/lib-dynamodb\/.*\/commands\//],
  kms: [/@aws-sdk\/client-kms\/.*\/commands\//],
  sqs: [/@aws-sdk\/client-sqs\/.*\/commands\//],
  sns: [/@aws-sdk\/client-sns\/.*\/commands\//],
  s3: [/^shared\/platform\/witness-bucket\.ts$/],
  'cognito-idp': [/^shared\/platform\/user-pool\.ts$/],
};

/** Signed by hand, and allowed only where the deployment has a voice or an address for mails. */
const OPTIONAL = ['ses', 'connect'];

/** What the platform does in a function's name: its log, its event source, a table's own key. */
const BY_THE_PLATFORM = (action: string, resource: string, conditional: boolean) =>
  action.startsWith('logs:') ||
  conditional ||
  /Stream/.test(action) ||
  /^dynamodb:(GetRecords|GetShardIterator)/.test(action) ||
  /^sqs:(ReceiveMessage|ChangeMessageVisibility|GetQueueUrl|DeleteMessage|GetQueueAttributes)$/.test(
    action,
  ) ||
  // Where its failures go, the event source itself puts them.
  (action === 'sqs:SendMessage' && /Failed|Missed/.test(resource));

function speaksTo(): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync('functions');
  const { metafile } = buildSync({
    ...BUNDLING,
    entryPoints: names.map((name) => ({ in: `functions/${name}/handler.ts`, out: name })),
    outdir: 'dist/never-written',
    write: false,
    metafile: true,
    external: [...BUNDLING.external, '*.json'],
  });
  return new Map(
    names.map((name) => {
      const inputs = Object.entries(metafile.outputs[`dist/never-written/${name}.js`]?.inputs ?? {})
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input);
      const spoken = Object.entries(SPEAKERS)
        .filter(([, signs]) => inputs.some((input) => signs.some((sign) => sign.test(input))))
        .map(([service]) => service);
      return [name, spoken] as const;
    }),
  );
}

/**
 * Named one by one, each with its reason; what is no longer so has to leave this list.
 * `allowed`: the role has it and the code does not. `carried`: the code holds it and may not use it.
 */
const EXCEPTIONS: Readonly<Record<string, { allowed?: string; carried?: string }>> = {
  // The stream lies under the table's key, and Lambda reads it in the function's name.
  'relay-journal': { allowed: 'kms' },
  'project-calendar': { allowed: 'kms' },
  // Granted with the other functions of the API; it opens no group. To be taken away with its grant.
  feed: { allowed: 'kms' },
  // Carried with the door's modules; whoever looks up public lists must not open anything.
  directory: { carried: 'kms' },
};

describe('what a function’s code can call and what its role allows', () => {
  const spoken = speaksTo();

  it.each(all.map(({ name }) => name))('%s: the same services, both ways', (name) => {
    const allowed = permissions(template, name)
      .filter(
        ({ action, resource, conditional }) => !BY_THE_PLATFORM(action, resource, conditional),
      )
      .map(({ action }) => action.split(':')[0] ?? '')
      .filter((service) => !OPTIONAL.includes(service));
    const { allowed: more, carried } = EXCEPTIONS[name] ?? {};
    const wanted = [...(spoken.get(name) ?? []), ...(more ? [more] : [])];
    expect([...new Set(allowed)].toSorted()).toEqual(
      wanted.filter((service) => service !== carried).toSorted(),
    );
  });
});

describe('the environment of a function', () => {
  /** Names of what is no secret although it sounds like one. */
  const HARMLESS = ['TOKEN_ISSUER', 'TOKEN_JWKS_URI', 'TOKEN_URL'];

  it.each(all.map(({ name, variables }) => [name, variables] as const))(
    '%s holds no secret',
    (_, variables) => {
      const suspect = Object.keys(variables).filter(
        (key) =>
          /SECRET|PASSWORD|TOKEN|PRIVATE|CREDENTIAL|API_?KEY|HASH|SEED/.test(key) &&
          !HARMLESS.includes(key),
      );
      expect(suspect).toEqual([]);
      for (const value of Object.values(variables)) {
        const text = JSON.stringify(value);
        // Neither read from a store of secrets while deploying, nor written out: a word, a list or
        // an address at most.
        expect(text).not.toMatch(
          /resolve:|SecretString|GenerateSecret|"Fn::GetAtt":\[[^\]]*Secret/,
        );
        if (typeof value === 'string')
          expect(value).toMatch(/^(?:https?:\/\/[\w./-]*|[\w,.:+@ /-]{0,60})$/);
      }
    },
  );

  it('is read in one place of each function, as its schema has it', () => {
    expect(all.length).toBeGreaterThan(20);
    expect(template.Resources).not.toHaveProperty('AWS::SecretsManager::Secret');
  });
});
