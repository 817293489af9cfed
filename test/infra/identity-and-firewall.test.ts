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

  it('records no body, no query and no token', () => {
    const { DataProtections } = acl.DataProtectionConfig as { DataProtections: unknown[] };
    expect(DataProtections).toMatchObject([
      { Field: { FieldType: 'BODY' } },
      { Field: { FieldType: 'QUERY_STRING' } },
      { Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'cookie'] } },
    ]);
    expect(JSON.stringify(acl)).not.toContain('"SampledRequestsEnabled":true');
  });
});
