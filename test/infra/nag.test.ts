import { Validations } from 'aws-cdk-lib';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { describe, expect, it } from 'vitest';
import { hubApp } from '../../infra/hub-app.ts';
import { synthesize } from '../../infra/synthesize.ts';

describe('rule packs', () => {
  it.each([
    ['without a domain of its own', {}],
    [
      'with a domain and an address for alarms',
      {
        domain: 'hub.example.ge',
        certificateArn: 'arn:aws:acm:eu-central-1:111122223333:certificate/1',
        alarmEmail: 'duty@example.ge',
      },
    ],
    [
      'with a voice and an address for mails',
      {
        voiceInstance: 'instance-1',
        voiceFlow: 'flow-1',
        voiceNumber: '+995320000000',
        mailFrom: 'hub@hub.example.ge',
      },
    ],
  ])(
    'find nothing that nobody acknowledged, %s',
    (_, context) => {
      expect(synthesize({ nag: true, bundle: false, context }).findings).toEqual([]);
    },
    120_000,
  );

  it('stop a synth while something is wrong', () => {
    const { app, stack } = hubApp({ nag: true, bundle: false, context: {} });
    new Queue(stack, 'Bare');
    new CfnFunction(stack, 'Old', { code: { zipFile: ' ' }, role: 'arn', runtime: 'nodejs18.x' });
    expect(() => app.synth()).toThrow(
      /(?=.*AwsSolutions-SQS4)(?=.*AwsSolutions-L1)(?=.*Serverless-LambdaDefaultTimeout)(?=.*NIST.800.53.R5-LambdaInsideVPC)/s,
    );
  });

  it('are answered with a reason for everything acknowledged', () => {
    const { stack } = hubApp({ nag: false, bundle: false, context: {} });
    const acknowledged = stack.node
      .findAll()
      .flatMap(({ node }) => node.metadata)
      .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
      .flatMap(({ data }) => Object.entries(data as Record<string, string>));
    expect(acknowledged.length).toBeGreaterThan(0);
    for (const [, reason] of acknowledged) expect(reason).toMatch(/^\S.{40,}\.$/);
  });
});
