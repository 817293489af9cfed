import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

type Rule = CfnWebACL.RuleProperty;

/** Largest body the firewall lets through, in bytes: the most it can inspect. */
export const MAX_BODY = 64 * 1024;

/** The words of a 429, in the web ACL under this name. */
export const TOO_OFTEN_BODY = 'TooManyRequests';

/** An agency's thousand desks often share one address: per address and five minutes. */
const RATE_PER_ADDRESS = 10_000;

/**
 * Calls with one token, per five minutes: twenty a second, all functions together. A client has one
 * token an hour, so this is a limit for each client; one that shows many tokens meets the limit of
 * the functions (shared/platform/client-limit.ts).
 */
const RATE_PER_TOKEN = 6000;

/** Referrals that are handed over have a limit of their own: none is lost to what else a client does. */
const RATE_OF_REFERRALS = 60_000;

/** For an address with a bad name, per five minutes: room for a person, not for a machine. */
const RATE_IN_BAD_REPUTE = 200;

/**
 * Rules of the common set that are counted instead of blocking, each because it would shut out
 * somebody who means well. A wrongly blocked request here is a referral that does not arrive.
 */
export const COUNTED: Readonly<Record<string, string>> = {
  SizeRestrictions_BODY: 'Blocks above 8 kB; a referral in Georgian (3 bytes a letter) is larger.',
  CrossSiteScripting_BODY: 'A quoted chat or `<3` is a narrative; the API speaks JSON only.',
  GenericLFI_BODY: 'Free text may hold `../`; no part of a body is used as a file name.',
  GenericRFI_BODY: 'A narrative may quote a link with an address in it; none is ever fetched.',
  NoUserAgent_HEADER: "Some municipalities' systems send no User-Agent.",
};

/** Counted as well; they label the request, and `RateInBadRepute` slows it down by that label. */
const REPUTATION_LISTS = ['AWSManagedIPReputationList', 'AWSManagedReconnaissanceList'];

/** In order of priority, which is also the order they are tried in. */
export function firewallRules(): Rule[] {
  return [
    bodyTooLarge(0),
    ratePerAddress(1),
    ratePerToken(2, 'RatePerToken', RATE_PER_TOKEN, { notStatement: { statement: REFERRAL } }),
    ratePerToken(3, 'RateOfReferrals', RATE_OF_REFERRALS, REFERRAL),
    managed(4, 'AWSManagedRulesAmazonIpReputationList', REPUTATION_LISTS),
    rateInBadRepute(5),
    managed(6, 'AWSManagedRulesKnownBadInputsRuleSet'),
    managed(7, 'AWSManagedRulesCommonRuleSet', Object.keys(COUNTED)),
  ];
}

type Statement = CfnWebACL.StatementProperty;

const is = (
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  how: string,
  what: string,
): Statement => ({
  byteMatchStatement: {
    fieldToMatch,
    positionalConstraint: how,
    searchString: what,
    textTransformations: UNCHANGED,
  },
});
const UNCHANGED = [{ priority: 0, type: 'NONE' }];

/** Somebody hands over a child: `POST /v1/referrals`, with or without the name of the stage before it. */
const REFERRAL: Statement = {
  andStatement: {
    statements: [
      is({ method: {} }, 'EXACTLY', 'POST'),
      is({ uriPath: {} }, 'ENDS_WITH', '/v1/referrals'),
    ],
  },
};

/** What a client is told that calls too often, as the functions tell it: wait, and repeat. */
const TOO_OFTEN = {
  block: {
    customResponse: {
      responseCode: 429,
      responseHeaders: [{ name: 'Retry-After', value: '60' }],
      customResponseBodyKey: TOO_OFTEN_BODY,
    },
  },
};

function bodyTooLarge(priority: number): Rule {
  return {
    name: 'BodyTooLarge',
    priority,
    action: { block: {} },
    statement: {
      sizeConstraintStatement: {
        fieldToMatch: { body: { oversizeHandling: 'MATCH' } },
        comparisonOperator: 'GT',
        size: MAX_BODY,
        textTransformations: [{ priority: 0, type: 'NONE' }],
      },
    },
    visibilityConfig: seen('BodyTooLarge'),
  };
}

function ratePerAddress(priority: number): Rule {
  return {
    name: 'RatePerAddress',
    priority,
    action: TOO_OFTEN,
    statement: { rateBasedStatement: { aggregateKeyType: 'IP', limit: RATE_PER_ADDRESS } },
    visibilityConfig: seen('RatePerAddress'),
  };
}

/** By the token itself, which is recorded nowhere: see what the firewall keeps out (firewall.ts). */
function ratePerToken(priority: number, name: string, limit: number, of: Statement): Rule {
  return {
    name,
    priority,
    action: TOO_OFTEN,
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'CUSTOM_KEYS',
        customKeys: [{ header: { name: 'authorization', textTransformations: UNCHANGED } }],
        limit,
        scopeDownStatement: of,
      },
    },
    visibilityConfig: seen(name),
  };
}

/**
 * The reputation lists only label. Mobile networks put many phones behind one address, and a bad
 * neighbour must not silence a teacher: such an address is slowed down, never shut out.
 */
function rateInBadRepute(priority: number): Rule {
  return {
    name: 'RateInBadRepute',
    priority,
    action: { block: {} },
    statement: {
      rateBasedStatement: {
        aggregateKeyType: 'IP',
        limit: RATE_IN_BAD_REPUTE,
        scopeDownStatement: {
          labelMatchStatement: { scope: 'NAMESPACE', key: 'awswaf:managed:aws:amazon-ip-list:' },
        },
      },
    },
    visibilityConfig: seen('RateInBadRepute'),
  };
}

function managed(priority: number, name: string, counted: readonly string[] = []): Rule {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map(count),
      },
    },
    visibilityConfig: seen(name),
  };
}

const count = (name: string) => ({ name, actionToUse: { count: {} } });

const seen = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});
