import { describe, expect, it } from 'vitest';
import { COUNTED } from '../../infra/constructs/firewall-rules.ts';
import { hubTemplate, only } from './resources.ts';

const template = hubTemplate();

describe('identity', () => {
  it('asks everybody for a second factor and lets nobody sign up', () => {
    expect(only(template, 'AWS::Cognito::UserPool')).toMatchObject({
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      DeletionProtection: 'ACTIVE',
    });
  });

  it('gives the console the code flow without a secret', () => {
    expect(only(template, 'AWS::Cognito::UserPoolClient')).toMatchObject({
      AllowedOAuthFlows: ['code'],
      GenerateSecret: false,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });
});

describe('firewall', () => {
  const acl = only(template, 'AWS::WAFv2::WebACL');
  const rules = JSON.stringify(acl.Rules);

  it('counts the rules that would shut out somebody who means well', () => {
    for (const name of Object.keys(COUNTED))
      expect(rules).toContain(`{"ActionToUse":{"Count":{}},"Name":"${name}"}`);
  });

  it('slows down every address on every path: there is one that asks for no token', () => {
    const [rate] = (acl.Rules as { Name: string; Statement: object }[]).filter(
      ({ Name }) => Name === 'RatePerAddress',
    );
    expect(rate?.Statement).toEqual({
      RateBasedStatement: { AggregateKeyType: 'IP', Limit: 10_000 },
    });
  });

  it('records no body, no query, no token and no signature', () => {
    const { DataProtections } = acl.DataProtectionConfig as { DataProtections: unknown[] };
    expect(DataProtections).toMatchObject([
      { Field: { FieldType: 'BODY' } },
      { Field: { FieldType: 'QUERY_STRING' } },
      {
        Field: {
          FieldType: 'SINGLE_HEADER',
          FieldKeys: ['authorization', 'cookie', 'webhook-signature'],
        },
      },
    ]);
    expect(JSON.stringify(acl)).not.toContain('"SampledRequestsEnabled":true');
  });
});
