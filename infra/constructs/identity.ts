import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  FeaturePlan,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
  type UserPoolClient,
  UserPoolClientIdentityProvider,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { ACCESS_MINUTES, INVITATION_HOURS, SIGN_IN_HOURS } from '../sign-in-terms.ts';

export interface IdentityProps {
  /** Where the console is served; people come back to it after signing in. */
  readonly consoleUrl: string;
}

/** What an agency's administrator brings about; nothing that reads or sets a password. */
const KEEPS = [
  ...['AdminCreateUser', 'AdminGetUser', 'AdminDeleteUser'],
  ...['AdminUserGlobalSignOut', 'AdminSetUserMFAPreference'],
  ...['AddUserPoolClientSecret', 'ListUserPoolClientSecrets', 'DeleteUserPoolClientSecret'],
];

/**
 * Who people and systems are. Accounts are made by the operator; a partner's system gets an app
 * client of its own (client credentials, scope `ertad/api`), see docs/deploy.md.
 */
export class Identity extends Construct {
  readonly pool: UserPool;
  readonly console: UserPoolClient;
  readonly domain: UserPoolDomain;
  /** The scope every access token must carry. */
  readonly scope = 'ertad/api';

  constructor(scope: Construct, id: string, props: IdentityProps) {
    super(scope, id);
    this.pool = this.userPool();
    const api = new ResourceServerScope({ scopeName: 'api', scopeDescription: 'The API of Ertad' });
    const server = this.pool.addResourceServer('Api', { identifier: 'ertad', scopes: [api] });
    this.console = this.pool.addClient('Console', {
      // Runs in the browser and can keep no secret: authorization code with PKCE only.
      generateSecret: false,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.resourceServer(server, api)],
        callbackUrls: [`${props.consoleUrl}signed-in`],
        logoutUrls: [props.consoleUrl],
      },
      supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
      preventUserExistenceErrors: true,
      enableTokenRevocation: true,
      accessTokenValidity: Duration.minutes(ACCESS_MINUTES),
      idTokenValidity: Duration.minutes(ACCESS_MINUTES),
      // However often it is refreshed: what rotates keeps the end of the first.
      refreshTokenValidity: Duration.hours(SIGN_IN_HOURS),
      // Each refresh token is good once; an answer that was lost may be asked for again at once.
      refreshTokenRotationGracePeriod: Duration.seconds(10),
    });
    this.domain = this.pool.addDomain('SignIn', {
      cognitoDomain: { domainPrefix: `ertad-${Aws.ACCOUNT_ID}` },
    });
  }

  get issuer(): string {
    return `https://cognito-idp.${Stack.of(this).region}.amazonaws.com/${this.pool.userPoolId}`;
  }

  /** Where people sign in and systems get their tokens. */
  get signIn(): string {
    return this.domain.baseUrl();
  }

  get jwksUri(): string {
    return `${this.issuer}/.well-known/jwks.json`;
  }

  /** What the function that keeps accounts needs to know. */
  get poolEnvironment() {
    const { region } = Stack.of(this);
    return {
      USER_POOL_ID: this.pool.userPoolId,
      USER_POOL_URL: `https://cognito-idp.${region}.amazonaws.com`,
    };
  }

  /** Makes and ends accounts and their sign-ins, and turns over the secrets of systems. */
  grantAccounts(keeper: IGrantable): void {
    const actions = KEEPS.map((operation) => `cognito-idp:${operation}`);
    const resourceArns = [this.pool.userPoolArn];
    Grant.addToPrincipal({ grantee: keeper, actions, resourceArns }).assertSuccess();
  }

  private userPool(): UserPool {
    const pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      selfSignUpEnabled: false,
      // The account's own name says nothing of the person, and nobody has to remember it.
      signInAliases: { username: true, email: true },
      signInCaseSensitive: false,
      mfa: Mfa.REQUIRED,
      // An authenticator app: text messages can be read by whoever holds the SIM card.
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: {
        minLength: 14,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.hours(INVITATION_HOURS),
        passwordHistorySize: 5,
      },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const noPlus =
      'Threat protection is part of the Plus plan, paid per user; accounts are made by the operator and a second factor is required.';
    Validations.of(pool).acknowledge(
      { id: 'AwsSolutions-COG3', reason: noPlus },
      { id: 'AwsSolutions-COG8', reason: noPlus },
    );
    return pool;
  }
}
