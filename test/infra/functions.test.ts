import { readdirSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import type * as z from 'zod';
import { alarmsOn, functions, hubTemplate, only, resources, single, target } from './resources.ts';

const template = hubTemplate();
const all = functions(template);
const alarms = resources(template, 'AWS::CloudWatch::Alarm').map(({ Properties }) => Properties);

describe('functions', () => {
  it('are one for each folder', () => {
    expect(all.map(({ name }) => name).sort()).toEqual(readdirSync('functions').sort());
  });

  it.each(all.map((each) => [each.name, each] as const))(
    '%s has its whole environment',
    async (name, { variables }) => {
      const { Env } = (await import(`../../functions/${name}/env.ts`)) as { Env: z.ZodObject };
      const given = Object.keys(variables).filter((key) => !key.startsWith('POWERTOOLS_'));
      expect(given.sort()).toEqual(Object.keys(Env.shape).sort());
    },
  );

  it.each(all.map((each) => [each.name, each] as const))(
    '%s runs on the house runtime and keeps its own log',
    (_, { Properties }) => {
      expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] });
      const { LogGroup } = Properties.LoggingConfig as { LogGroup: unknown };
      const log = template.Resources[target(LogGroup) ?? ''];
      expect(log?.Properties?.RetentionInDays).toBe(90);
    },
  );

  it.each(all.map((each) => [each.name, each] as const))(
    '%s says who is hurt when it fails or is throttled',
    (_, { id }) => {
      for (const metric of ['Errors', 'Throttles']) {
        const [alarm] = alarmsOn(template, metric, 'FunctionName', id);
        expect(alarm?.AlarmDescription).toMatch(/ Impact: \S.{20,}\.$/);
      }
    },
  );
});

describe('child centres', () => {
  const opened = (context?: Record<string, string>) =>
    functions(hubTemplate(context)).find(({ name }) => name === 'route-referral')?.variables
      .OPEN_CENTRES;

  it('are open as the policy pack says, unless the deployment names others', () => {
    expect(opened()).toBe('');
    expect(opened({ openCentres: 'centre-kutaisi, centre-tbilisi' })).toBe(
      'centre-kutaisi,centre-tbilisi',
    );
  });

  it('are refused where the pack knows none of that name', () => {
    expect(() => opened({ openCentres: 'centre-kutaissi' })).toThrow(
      'centre-kutaissi is no child centre of the policy pack; it has centre-tbilisi, centre-kutaisi.',
    );
  });
});

describe('alarms', () => {
  it('all reach the encrypted topic, at their start and at their end', () => {
    const topic = single(template, 'AWS::SNS::Topic');
    expect(topic.Properties.KmsMasterKeyId).toBeDefined();
    for (const { AlarmActions, OKActions } of alarms)
      expect([AlarmActions, OKActions]).toEqual([[{ Ref: topic.id }], [{ Ref: topic.id }]]);
  });

  it('may be published by CloudWatch, whose right the TLS rule would otherwise take away', () => {
    const { PolicyDocument } = only(template, 'AWS::SNS::TopicPolicy');
    expect(JSON.stringify(PolicyDocument)).toContain(
      '"Effect":"Allow","Principal":{"Service":"cloudwatch.amazonaws.com"}',
    );
  });

  it.each([
    ['RoutedByHand', 'route-referral'],
    ['ReferralsNotRouted', 'fire-clocks'],
    ['NobodyOnDuty', 'reach-duty'],
    ['CallsGivenUp', 'reach-duty'],
    ['NobodyToTell', 'reach-duty'],
    ['CallsNotSpoken', 'reach-duty'],
  ])('sound at the first %s, which %s counts in just these words', async (name, service) => {
    vi.stubEnv('POWERTOOLS_SERVICE_NAME', service);
    vi.resetModules();
    const { metrics } = await import('../../shared/platform/metrics.ts');
    const sent = metrics.addMetric(name, 'Count', 1).serializeMetrics();
    const [{ Namespace, Dimensions } = { Namespace: '', Dimensions: [] }] =
      sent._aws.CloudWatchMetrics;
    expect(Dimensions).toEqual([['service']]);
    expect(all.map((each) => each.name)).toContain(service);
    expect(alarms.filter(({ MetricName }) => MetricName === name)).toMatchObject([
      {
        Namespace,
        Dimensions: [{ Name: 'service', Value: sent.service }],
        Statistic: 'Sum',
        Threshold: 1,
        EvaluationPeriods: 1,
        ComparisonOperator: 'GreaterThanOrEqualToThreshold',
        TreatMissingData: 'notBreaching',
        AlarmDescription: expect.stringMatching(/ Impact: \S.{20,}\.$/),
      },
    ]);
  });

  it('sound when many signatures are refused, not at the first one that is', () => {
    const [alarm] = alarms.filter(({ MetricName }) => MetricName === 'SignaturesRefused');
    expect(alarm).toMatchObject({
      Dimensions: [{ Name: 'service', Value: 'inbound' }],
      Period: 300,
      Threshold: 20,
      AlarmDescription: expect.stringMatching(/ Impact: \S.{20,}\.$/),
    });
  });

  it('sound when the clocks are silent', () => {
    const clocks = all.find(({ name }) => name === 'fire-clocks');
    const [alarm] = alarmsOn(template, 'Invocations', 'FunctionName', clocks?.id ?? '');
    expect(alarm).toMatchObject({
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });
});

describe('template', () => {
  it('stays within what CloudFormation takes', () => {
    expect(JSON.stringify(template).length).toBeLessThan(1_000_000);
    expect(Object.keys(template.Resources).length).toBeLessThan(500);
  });
});
