import { App, Validations } from 'aws-cdk-lib';
import {
  ANALYTICS_REPORTING_ENABLED_CONTEXT,
  ASSET_RESOURCE_METADATA_ENABLED_CONTEXT,
  VALIDATE_AGAINST_DEFAULT_RULES,
} from 'aws-cdk-lib/cx-api';
import recommended from 'aws-cdk-lib/recommended-feature-flags.json' with { type: 'json' };
import { AwsSolutionsChecks, NIST80053R5Checks, ServerlessChecks } from 'cdk-nag';
import { callContext } from './call-channels.ts';
import { HubStack } from './hub-stack.ts';
import { ALLOWED_REGIONS, guardRegions } from './region-guard.ts';

export interface HubAppOptions {
  readonly outdir?: string;
  /** Checks the template by the three rule packs and by CloudFormation's own rules. */
  readonly nag: boolean;
  readonly bundle: boolean;
  readonly context: Readonly<Record<string, string>>;
}

/** Set here, not in cdk.json: the command line, the tests and the local hub get the same template. */
const FEATURES = {
  ...recommended,
  [VALIDATE_AGAINST_DEFAULT_RULES]: true,
  [ASSET_RESOURCE_METADATA_ENABLED_CONTEXT]: true,
  [ANALYTICS_REPORTING_ENABLED_CONTEXT]: false,
};

/** The CDK app: one stack, aimed at one allowed region, under the rule packs. */
export function hubApp(options: HubAppOptions): { readonly app: App; readonly stack: HubStack } {
  const app = new App({
    outdir: options.outdir,
    context: { ...FEATURES, ...options.context },
    analyticsReporting: false,
    // Together with the packs or not at all: loading the CloudFormation rules takes seconds.
    builtinCloudFormationValidation: options.nag,
  });
  guardRegions(app);
  if (options.nag)
    Validations.of(app).addPlugins(
      new AwsSolutionsChecks(app),
      new ServerlessChecks(app),
      new NIST80053R5Checks(app),
    );
  const fromContext = (key: string): string | undefined => app.node.tryGetContext(key);
  const stack = new HubStack(app, 'Ertad', {
    env: { region: fromContext('region') ?? ALLOWED_REGIONS[0] },
    bundle: options.bundle,
    domain: fromContext('domain'),
    systemsDomain: fromContext('systemsDomain'),
    systemsCertificateArn: fromContext('systemsCertificateArn'),
    truststore: fromContext('truststore'),
    certificateArn: fromContext('certificateArn'),
    alarmEmail: fromContext('alarmEmail'),
    openCentres: fromContext('openCentres'),
    ...callContext(fromContext),
  });
  return { app, stack };
}
