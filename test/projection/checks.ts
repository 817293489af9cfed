import { callsOf, places, type Source } from './outputs.ts';

/**
 * Which file may have the hub open what for itself, written down apart from the list of purposes:
 * whoever adds a place says here that its words reach no reader.
 */
export const FOR_HUB: Readonly<Record<string, readonly string[]>> = {
  route: ['functions/route-referral/read-reports.ts'],
  'become-violence': ['functions/referrals/add-news.ts'],
  'same-child': ['shared/store/searches.ts', 'functions/interviews/guarded-child.ts'],
  'whose-consent': ['functions/sharing/record-consent.ts'],
  'know-accused': ['shared/store/family-facts.ts'],
  'plan-visit': ['functions/interviews/changing.ts', 'functions/interviews/child-of-visit.ts'],
  'who-attends': ['shared/store/attending.ts'],
  'keep-away': ['functions/visits/conflict-names.ts'],
  'asked-before': ['functions/interviews/further-topics.ts'],
  'slot-names': ['functions/bookings/find-slots.ts'],
  'call-duty': ['functions/tasks/on-duty.ts', 'functions/reach-duty/whom-now.ts'],
  'lead-workers': ['shared/store/lead-workers.ts'],
  'reach-contact': ['functions/reach-duty/pass-notice.ts'],
  'answer-referrer': [
    'functions/referrals/get-referral.ts',
    'functions/referrals/release-feedback.ts',
  ],
  consider: ['functions/referrals/statements.ts'],
  invite: ['functions/send-invitations/send-invitations.ts'],
  'open-account': ['functions/people/confirm-proposal.ts'],
};

/** Where one text that is no part of a child’s details is opened: secrets and addresses of systems. */
const SECRETS = [
  'functions/partners/calendar-addresses.ts',
  'shared/platform/webhook-secrets.ts',
  'shared/platform/endpoint-contacts.ts',
  'shared/platform/inbound-secrets.ts',
];
const ENGINE = 'shared/platform/access/engine.ts';
const VAULT = /^shared\/(platform\/vault|store\/records\.ts)/;

/** Ways to read what is sealed that go past the decision of access. */
export function unpermitted(sources: readonly Source[]): string[] {
  const outside = (allowed: readonly string[]) =>
    sources.filter(({ path }) => !allowed.includes(path) && !VAULT.test(path));
  const forHub = callsOf(sources, /\.forHub\(/g).filter(({ path, inside }) => {
    const [, use] = /^[^,]+, '([a-z-]+)'/.exec(inside) ?? [];
    if (use === 'seal-anew') return !resealed(sources, path);
    return use === undefined || !FOR_HUB[use]?.includes(path);
  });
  return [
    ...places(callsOf(outside([]), /\bvault\.(?:open|reveal)\(/g)),
    ...places(callsOf(outside([]), /\breveal\(/g)),
    ...places(callsOf(outside(SECRETS), /\.openText\(/g)),
    ...places(callsOf(outside([ENGINE]), /\bas (?:unknown as )?(?:Permit|Granted)\b()/g)),
    ...places(forHub),
  ];
}

/** What was opened to be sealed again is sealed again in the same file. */
const resealed = (sources: readonly Source[], path: string): boolean =>
  /\.seal\(/.test(sources.find((one) => one.path === path)?.text ?? '');

/** What a line of the log may say: ids, codes, counts and names of errors. */
const LOGGED = new Set([
  ...['agency', 'as', 'at', 'beside', 'by', 'case', 'clock', 'code', 'digest', 'endpoint', 'error'],
  ...['event', 'failed', 'gap', 'interview', 'late', 'messages', 'news', 'number', 'referral'],
  ...['result', 'role', 'spoke', 'state', 'subject', 'tasks', 'told', 'type', 'unreadable', 'what'],
  ...['why', 'done', 'sequence', 'count', 'task', 'because', 'messageId', 'difference'],
  'whole done',
]);
const LITERAL = /^(?:'[^']*'|metric)$/;

/** Log statements that carry more than a fixed sentence and such values. */
export const talkative = (sources: readonly Source[]): string[] =>
  places(
    callsOf(sources, /\blogger\.(?:debug|info|warn|error|critical)\(/g).filter(({ inside }) => {
      const [, message = '', rest = ''] = /^('[^']*'|\w+)(?:, (.*?),?)?$/.exec(inside) ?? [];
      if (!LITERAL.test(message)) return true;
      // A whole value in place of named ones: only what counts files.
      const values = /^\{(.*)\}$/.exec(rest)?.[1] ?? (rest && `whole ${rest}`);
      const names = values.split(/,(?![^([{]*[)\]}])/).flatMap((one) => {
        const name = one
          .trim()
          .replace(/^\.\.\./, '')
          .split(/[:(.]/)[0]
          ?.trim();
        return name ? [name] : [];
      });
      return names.some((name) => !LOGGED.has(name));
    }),
  );

/** Metrics whose name or dimension is not written down in the code. */
export const unnamedMetrics = (sources: readonly Source[]): string[] =>
  places([
    ...callsOf(sources, /\.addMetric\(/g).filter(
      ({ inside }) => !/^(?:'\w+'|name|metric),/.test(inside),
    ),
    ...callsOf(sources, /\.add(?:Dimensions?|Metadata)\(/g),
  ]);

/** Every place from which something is sent, and what sends there. */
export const SENDERS: Readonly<Record<string, readonly string[]>> = {
  queue: ['shared/platform/queues.ts', 'shared/platform/delivery-queue.ts'],
  message: [
    'functions/reach-duty/send-call.ts',
    'functions/reach-duty/send-digest.ts',
    'functions/reach-duty/warn-owner.ts',
    'functions/reach-duty/pass-notice.ts',
    'functions/send-invitations/send-invitations.ts',
  ],
};
const SENDS: Readonly<Record<string, RegExp>> = {
  queue: /new SendMessage(?:Batch)?Command\(/g,
  message: /(?:channels\.(?:mail|sms|call)|await (?:mail|sms))\(/g,
};

/** Senders that nobody wrote down. */
export const unknownSenders = (sources: readonly Source[]): string[] =>
  Object.entries(SENDS).flatMap(([kind, pattern]) =>
    places(callsOf(sources, pattern).filter(({ path }) => !SENDERS[kind]?.includes(path))),
  );
