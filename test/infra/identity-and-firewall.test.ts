import { describe, expect, it } from 'vitest';
import { COUNTED, MAX_BODY } from '../../infra/constructs/firewall-rules.ts';
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

  it('keeps tokens short, turns refresh tokens over, and can take them back', () => {
    expect(only(template, 'AWS::Cognito::UserPoolClient')).toMatchObject({
      AccessTokenValidity: 15,
      RefreshTokenValidity: 720,
      EnableTokenRevocation: true,
      RefreshTokenRotation: { Feature: 'ENABLED', RetryGracePeriodSeconds: 10 },
      LogoutURLs: [expect.stringMatching(/^https:/)],
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

  const ruleOf = (name: string) =>
    (
      acl.Rules as { Name: string; Action: object; Statement: { RateBasedStatement: object } }[]
    ).find(({ Name }) => Name === name);

  it('counts calls by token, referrals apart and ten times as many', () => {
    const byToken = {
      AggregateKeyType: 'CUSTOM_KEYS',
      CustomKeys: [{ Header: { Name: 'authorization' } }],
    };
    const referral = { AndStatement: expect.anything() };
    expect(ruleOf('RatePerToken')?.Statement.RateBasedStatement).toMatchObject({
      ...byToken,
      Limit: 6000,
      ScopeDownStatement: { NotStatement: { Statement: referral } },
    });
    expect(ruleOf('RateOfReferrals')?.Statement.RateBasedStatement).toMatchObject({
      ...byToken,
      Limit: 60_000,
      ScopeDownStatement: referral,
    });
  });

  it.each(['RatePerAddress', 'RatePerToken', 'RateOfReferrals'])(
    'tells whoever meets %s to come again, in the words of the hub',
    (name) => {
      expect(ruleOf(name)?.Action).toEqual({
        Block: {
          CustomResponse: {
            ResponseCode: 429,
            ResponseHeaders: [{ Name: 'Retry-After', Value: '60' }],
            CustomResponseBodyKey: 'TooManyRequests',
          },
        },
      });
      const { TooManyRequests } = acl.CustomResponseBodies as Record<string, { Content: string }>;
      expect(JSON.parse(TooManyRequests?.Content ?? '')).toMatchObject({
        type: 'https://ertad.ge/problems/too-many-requests',
        status: 429,
      });
    },
  );

  it('blocks no body for its words: a narrative may quote code, links, files and SQL', () => {
    const groups = (acl.Rules as { Name: string }[]).map(({ Name }) => Name);
    expect(
      groups.filter((name) => /SQLi|Linux|Unix|PHP|WordPress|AnonymousIp|Bot/.test(name)),
    ).toEqual([]);
    // Those of the common set that read bodies; the one not counted looks for the address of AWS's
    // own metadata, which no teacher writes down.
    const readBodies = [
      'SizeRestrictions_BODY',
      'CrossSiteScripting_BODY',
      'GenericLFI_BODY',
      'GenericRFI_BODY',
      'EC2MetaDataSSRF_BODY',
    ];
    expect(readBodies.filter((name) => !(name in COUNTED))).toEqual(['EC2MetaDataSSRF_BODY']);
  });

  it('lets through what the functions take, and no more', () => {
    expect(MAX_BODY).toBe(64 * 1024);
    expect(rules).toContain(
      `"ComparisonOperator":"GT","FieldToMatch":{"Body":{"OversizeHandling":"MATCH"}},"Size":${MAX_BODY}`,
    );
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
