import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type * as z from 'zod';
import type { FunctionName } from '../shared/contract/endpoint.ts';
import { watchReads } from './access-alarms.ts';
import { consoleFunction } from './console-function.ts';
import type { Alarms } from './constructs/alarms.ts';
import {
  type AnyHubFunction,
  HubFunction,
  type HubFunctionProps,
} from './constructs/hub-function.ts';
import type { HubTable } from './constructs/hub-table.ts';
import type { Identity } from './constructs/identity.ts';
import type { VaultKey } from './constructs/vault-key.ts';
import type { WorkQueue } from './constructs/work-queue.ts';
import * as envOf from './function-envs.ts';

export interface ApiFunctionsProps {
  readonly table: HubTable;
  readonly vault: VaultKey;
  readonly identity: Identity;
  readonly alarms: Alarms;
  /** Wakes whoever sends webhooks. */
  readonly delivery: WorkQueue;
  /** Child centres that count as open although the policy pack has them planned. */
  readonly openCentres: readonly string[];
  /** Where people open the hub: the link in a calendar entry. */
  readonly hubUrl: string;
  readonly bundle: boolean;
}

/** In five minutes: more than one system whose clock or key is wrong sends before it gives up. */
const MANY_REFUSED = 20;

type PoolEnvironment = Identity['poolEnvironment'];
type EnvironmentOf<E extends z.ZodObject> = HubFunctionProps<E>['environment'];
type Own<E extends z.ZodObject> = Pick<HubFunctionProps<E>, 'env' | 'environment' | 'errorImpact'> &
  Partial<HubFunctionProps<E>>;

/** The functions behind the API, one for each area of the contract. */
export class ApiFunctions extends Construct {
  readonly byName: Readonly<Record<FunctionName | 'console', AnyHubFunction>>;
  private readonly props: ApiFunctionsProps;

  constructor(scope: Construct, id: string, props: ApiFunctionsProps) {
    super(scope, id);
    this.props = props;
    const { table, vault, identity, openCentres, hubUrl } = props;
    const environment = {
      TABLE_NAME: table.name,
      ...vault.environment,
      TOKEN_ISSUER: identity.issuer,
      TOKEN_JWKS_URI: identity.jwksUri,
      CONSOLE_CLIENT_ID: identity.console.userPoolClientId,
    };
    watchReads(this, props.alarms);
    this.byName = {
      referrals: this.opensFiles('referrals', {
        env: envOf.ReferralsEnv,
        environment,
        errorImpact:
          'a school, clinic or hotline cannot hand over a child in need; it has to phone.',
      }),
      cases: this.keepsFiles('cases', {
        env: envOf.CasesEnv,
        environment,
        errorImpact: 'a social worker cannot see or lead the case of a child.',
      }),
      protection: this.keepsFiles('protection', {
        env: envOf.ProtectionEnv,
        environment,
        errorImpact:
          'a prosecutor cannot seal, nobody can protect an address or say who may safely be called.',
      }),
      tasks: this.keepsFiles('tasks', {
        env: envOf.TasksEnv,
        environment,
        errorImpact: 'an agency cannot see, accept or finish what it must do for a child.',
      }),
      interviews: this.keepsFiles('interviews', {
        env: envOf.InterviewsEnv,
        environment: { ...environment, OPEN_CENTRES: openCentres.join(',') },
        errorImpact: 'nobody can open or plan the joint interview of a child.',
      }),
      bookings: this.keepsFiles('bookings', {
        env: envOf.BookingsEnv,
        environment: { ...environment, OPEN_CENTRES: openCentres.join(',') },
        errorImpact: 'nobody can find, hold or confirm the time of a joint interview.',
      }),
      visits: this.keepsFiles('visits', {
        env: envOf.VisitsEnv,
        environment,
        errorImpact: 'the centre cannot prepare, record or close the visit of a child.',
      }),
      resources: this.opensFiles('resources', {
        env: envOf.ResourcesEnv,
        environment: { ...environment, HUB_URL: hubUrl },
        errorImpact:
          'people and rooms cannot be kept up to date; interviews may be planned wrongly.',
      }),
      partners: this.opensFiles('partners', {
        env: envOf.PartnersEnv,
        environment: { ...environment, ERTAD_ALLOW_LOOPBACK_WEBHOOKS: 'no' },
        errorImpact: 'busy times of calendars kept elsewhere cannot be brought up to date.',
        // A name 5 s, a calendar 15 s and reading it 4 s; the gateway waits 29 s.
        timeout: Duration.seconds(28),
      }),
      endpoints: this.endpoints({ ...environment, ERTAD_ALLOW_LOOPBACK_WEBHOOKS: 'no' }),
      inbound: this.inbound(environment),
      people: this.people(environment),
      feed: this.keepsFiles('feed', {
        env: envOf.FeedEnv,
        environment,
        errorImpact: 'agencies that pull do not learn of new work.',
        // A long poll holds an environment for 20 s, of each account one, and must not take those of
        // the referrals. It is over before the gateway, which waits 29 s.
        timeout: Duration.seconds(29),
        reservedConcurrency: 100,
      }),
      duty: this.opensFiles('duty', {
        env: envOf.DutyEnv,
        environment,
        errorImpact:
          'an agency cannot put anybody on duty; urgent work may be refused to whoever is there, or meet nobody.',
      }),
      journal: this.keepsFiles('journal', {
        env: envOf.JournalEnv,
        environment,
        errorImpact: 'nobody can check from outside that the journal was not rewritten.',
        // A page of the export reads several hundred entries with their leaves.
        timeout: Duration.seconds(28),
      }),
      sharing: this.keepsFiles('sharing', {
        env: envOf.SharingEnv,
        environment: { ...environment, OPEN_CENTRES: openCentres.join(',') },
        errorImpact:
          'a consent or its withdrawal is not recorded: a family’s data stays shared or stays hidden.',
      }),
      files: this.keepsFiles('files', {
        env: envOf.FilesEnv,
        environment,
        errorImpact: 'nobody can hold a record, or see when it is erased; nothing held is lost.',
      }),
      privacy: this.opensFiles('privacy', {
        env: envOf.PrivacyEnv,
        environment,
        errorImpact: 'nobody can look into a record in an emergency, or account for an incident.',
        // A step of counting an incident takes long; the gateway waits 29 s.
        timeout: Duration.seconds(28),
        memory: 1769,
      }),
      oversight: this.keepsFiles('oversight', {
        env: envOf.OversightEnv,
        environment,
        errorImpact: 'the national desk does not see the children nobody has answered for.',
      }),
      directory: this.directory({
        ...environment,
        AUTHORIZATION_URL: `${identity.signIn}/oauth2/authorize`,
        TOKEN_URL: `${identity.signIn}/oauth2/token`,
      }),
      console: this.make('console', consoleFunction(identity)),
    };
  }

  /** Reads and changes items, opens and seals what is in them. */
  private keepsFiles<E extends z.ZodObject>(name: string, own: Own<E>): AnyHubFunction {
    const target = this.make(name, own);
    this.props.table.grantReadWrite(target);
    this.props.vault.grantSeal(target);
    return target;
  }

  /** The same, and seals what is first of a file or of an agency: for that a key is made. */
  private opensFiles<E extends z.ZodObject>(name: string, own: Own<E>): AnyHubFunction {
    const target = this.keepsFiles(name, own);
    this.props.vault.keys.grantAdd(target);
    return target;
  }

  /** Keeps accounts and app clients at the identity provider as well. */
  private people(environment: Omit<EnvironmentOf<typeof envOf.PeopleEnv>, keyof PoolEnvironment>) {
    const { identity } = this.props;
    const target = this.opensFiles('people', {
      env: envOf.PeopleEnv,
      environment: { ...environment, ...identity.poolEnvironment },
      errorImpact: 'an agency cannot let a new colleague in, nor shut out one who has left.',
    });
    identity.grantAccounts(target);
    return target;
  }

  /** Tests and challenges are sent while the caller waits. */
  private endpoints(
    environment: Omit<EnvironmentOf<typeof envOf.EndpointsEnv>, 'DELIVERY_QUEUE_URL'>,
  ) {
    const { delivery } = this.props;
    const target = this.opensFiles('endpoints', {
      env: envOf.EndpointsEnv,
      environment: { ...environment, DELIVERY_QUEUE_URL: delivery.url },
      errorImpact: 'an agency cannot register or repair the address it is told at.',
      // A name 5 s and an answer 15 s, then the record of it; the gateway waits 29 s.
      timeout: Duration.seconds(25),
    });
    delivery.grantSend(target);
    return target;
  }

  /** Open to the world: whoever calls is known by the signature alone, which the function checks. */
  private inbound(environment: HubFunctionProps<typeof envOf.InboundEnv>['environment']) {
    const { alarms } = this.props;
    const target = this.opensFiles('inbound', {
      env: envOf.InboundEnv,
      environment,
      errorImpact: 'what the systems of agencies send in by themselves does not arrive.',
      // Strangers can keep these environments busy, and no more than these.
      reservedConcurrency: 50,
    });
    alarms.raise(target, 'SignaturesRefused', {
      metric: target.metricCounted('SignaturesRefused').with({ period: Duration.minutes(5) }),
      threshold: MANY_REFUSED,
      says: "Many signatures were refused. Impact: an agency's system is not heard, or somebody tries keys.",
    });
    return target;
  }

  /** Reads memberships and public lists; opens nothing. */
  private directory(environment: HubFunctionProps<typeof envOf.DirectoryEnv>['environment']) {
    const target = this.make('directory', {
      env: envOf.DirectoryEnv,
      environment,
      errorImpact: 'nobody can look up agencies, areas or codes; forms cannot be filled in.',
    });
    this.props.table.grantRead(target);
    return target;
  }

  private make<E extends z.ZodObject>(name: string, own: Own<E>): AnyHubFunction {
    const { alarms, bundle } = this.props;
    return new HubFunction(this, name.charAt(0).toUpperCase() + name.slice(1), {
      name,
      timeout: Duration.seconds(10),
      memory: 1024,
      alarms,
      bundle,
      ...own,
    });
  }
}
