import { Duration, Stack, Validations } from 'aws-cdk-lib';
import { Rule, Schedule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import { FilterCriteria, FilterRule, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDestination } from 'aws-cdk-lib/aws-lambda-destinations';
import { DynamoEventSource, SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import { Construct } from 'constructs';
import { Env as SealJournalEnv } from '../functions/seal-journal/env.ts';
import { Env as SignHeadsEnv } from '../functions/sign-heads/env.ts';
import type { Alarms } from './constructs/alarms.ts';
import { DeadLetters } from './constructs/dead-letters.ts';
import { type AnyHubFunction, HubFunction } from './constructs/hub-function.ts';
import type { HubTable } from './constructs/hub-table.ts';
import { LockedBucket } from './constructs/locked-bucket.ts';
import type { VaultKey } from './constructs/vault-key.ts';

export interface JournalWorkersProps {
  readonly table: HubTable;
  readonly vault: VaultKey;
  readonly alarms: Alarms;
  readonly bundle: boolean;
}

const IMPACT = 'later nobody could prove that the journal of this time was not rewritten.';

/** Runs four times an hour: one that fails is repeated by the next. */
const EVERY = Duration.minutes(15);

/** A day has its head soon after midnight; two hours are for a sweep of a large table. */
const HEAD_AGE_HOURS = 26;

/** What makes the journal tamper-evident: a leaf for each entry, a signed head for each day. */
export class JournalWorkers extends Construct {
  private readonly props: JournalWorkersProps;

  constructor(scope: Construct, id: string, props: JournalWorkersProps) {
    super(scope, id);
    this.props = props;
    this.sealJournal();
    this.signHeads();
  }

  /** New entries of the journal → leaves of the log. Opens no file. */
  private sealJournal(): void {
    const { table, vault, alarms, bundle } = this.props;
    const sealer = new HubFunction(this, 'Seal', {
      name: 'seal-journal',
      env: SealJournalEnv,
      environment: { TABLE_NAME: table.name, VAULT_KEY_ID: vault.keyId },
      errorImpact: IMPACT,
      timeout: Duration.seconds(30),
      memory: 512,
      alarms,
      bundle,
    });
    table.grantReadWrite(sealer);
    vault.grantSecrets(sealer);
    this.fedByJournal(sealer);
    alarms.raise(this, 'SealingLate', {
      metric: sealer.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(5).toMilliseconds(),
      periods: 3,
      says: `Entries of the journal wait longer than five minutes for their leaf. Impact: ${IMPACT}`,
    });
  }

  private fedByJournal(sealer: AnyHubFunction): void {
    const { table, alarms } = this.props;
    const failed = new DeadLetters(this, 'SealFailed', { alarms, impact: IMPACT });
    const entries = ['EVENT#', 'ACCESS#', 'SERVED#'].map((start) =>
      FilterCriteria.filter({
        eventName: FilterRule.isEqual('INSERT'),
        dynamodb: { Keys: { sk: { S: FilterRule.beginsWith(start) } } },
      }),
    );
    sealer.addEventSource(
      new DynamoEventSource(table.table, {
        startingPosition: StartingPosition.TRIM_HORIZON,
        // What one transaction takes in: each entry brings a mark of its own.
        batchSize: 90,
        filters: entries,
        bisectBatchOnError: true,
        // What is given up here is found by the day's look over the table.
        retryAttempts: 10,
        maxRecordAge: Duration.hours(12),
        onFailure: new SqsDlq(failed),
      }),
    );
    Validations.of(sealer.role ?? sealer).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason: 'dynamodb:ListStreams, which Lambda asks for, can be given for all streams only.',
    });
  }

  /** The log as it stands → a signed head, told to the witnesses and put where it stays. */
  private signHeads(): void {
    const { table, vault, alarms, bundle } = this.props;
    const bucket = new LockedBucket(this, 'Heads');
    const signer = new HubFunction(this, 'Sign', {
      name: 'sign-heads',
      env: SignHeadsEnv,
      environment: {
        TABLE_NAME: table.name,
        VAULT_KEY_ID: vault.keyId,
        HEADS_URL: `https://s3.${Stack.of(this).region}.amazonaws.com`,
        HEADS_BUCKET: bucket.name,
      },
      errorImpact: IMPACT,
      timeout: Duration.seconds(50),
      memory: 1024,
      alarms,
      bundle,
    });
    table.grantReadWrite(signer);
    table.grantSweep(signer);
    vault.grantSecrets(signer);
    bucket.grantAdd(signer);
    this.everyQuarter(signer);
    this.watch(signer);
  }

  private everyQuarter(signer: AnyHubFunction): void {
    const missed = new DeadLetters(this, 'MissedHeads', {
      alarms: this.props.alarms,
      impact: IMPACT,
    });
    signer.configureAsyncInvoke({ retryAttempts: 0, onFailure: new SqsDestination(missed) });
    const target = new LambdaFunction(signer, {
      deadLetterQueue: missed,
      retryAttempts: 0,
      maxEventAge: EVERY,
    });
    new Rule(this, 'EveryQuarter', {
      description: 'Ertad: the heads of the journal',
      schedule: Schedule.rate(EVERY),
      targets: [target],
    });
  }

  private watch(signer: AnyHubFunction): void {
    const { alarms } = this.props;
    alarms.raise(this, 'EntriesUnsealed', {
      metric: signer.metricCounted('EntriesFoundUnsealed'),
      threshold: 1,
      says: `Entries of the journal had no leaf and got one late. Impact: ${IMPACT}`,
    });
    const age = signer.metricCounted('HeadAgeHours');
    alarms.raise(this, 'HeadLate', {
      metric: age.with({ statistic: 'Maximum', period: Duration.hours(1) }),
      threshold: HEAD_AGE_HOURS,
      says: `The journal has had no signed head for more than a day. Impact: ${IMPACT}`,
    });
    alarms.raise(this, 'HeadsSilent', {
      metric: signer.metricInvocations({ period: Duration.hours(1) }),
      threshold: 1,
      periods: 2,
      whenSilent: true,
      says: `Nobody has looked at the journal for two hours. Impact: ${IMPACT}`,
    });
  }
}
