import { Temporal } from 'temporal-polyfill';
import type { submitReferral as contract } from '../../shared/contract/referrals.ts';
import { maskLimits } from '../../shared/domain/disclosure/mask-limits.ts';
import { referralLinks } from '../../shared/domain/disclosure/referral-view.ts';
import {
  type FileId,
  newEventId,
  newFileId,
  newReferralId,
  ReferralId,
  receiptNumber,
} from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import type { Edition } from '../../shared/domain/policy/edition.ts';
import { checkSubmission } from '../../shared/domain/referral/check.ts';
import { detailsOf } from '../../shared/domain/referral/details.ts';
import { type NextStep, nextSteps } from '../../shared/domain/referral/next-steps.ts';
import type { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { submit } from '../../shared/domain/referral/submit.ts';
import { may } from '../../shared/platform/access/may.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { namedPersons } from '../../shared/platform/named-persons.ts';
import type { VaultedStore } from '../../shared/platform/runtime.ts';

type Deps = Pick<VaultedStore, 'journal' | 'sealing' | 'policy' | 'now' | 'bytes' | 'personHash'>;

/** Takes a referral in: checked, sealed, written whole in one transaction, answered with a receipt. */
export const submitReferral =
  ({ journal, sealing, policy, now, bytes, personHash }: Deps): UseCase<typeof contract> =>
  async ({ body, principal, lang, once }) => {
    may(principal, 'referral.submit');
    const at = now();
    const instant = Temporal.Instant.from(at);
    const edition = policy.at(instant);
    checkSubmission(body, edition, instant);
    const ids = {
      referral: newReferralId(bytes),
      file: newFileId(bytes),
      event: newEventId(bytes),
    };
    const place = { what: 'referral', id: ids.referral, file: ids.file } as const;
    const file = await sealing.newFile(ids.file);
    const sealed = file.seal(place, detailsOf(body));
    const consent = consentIn(body, ids, file);
    const accused = body.kind === 'violence' ? body.allegedPerpetrators : [];
    const named = await namedPersons(personHash, 'alleged-perpetrator', accused);
    const decision = submit(
      { submission: body, by: principal, at, ids, sealed, consent, named },
      edition,
    );
    const made = { referral: ids.referral, at };
    const earlier = await journal.commit(decision, {
      by: principal,
      once,
      made,
      also: [file.write],
    });
    const limits = maskLimits(body, principal.agency, edition);
    const steps = nextSteps(body, edition.calendar.zone, limits);
    return receipt(earlier ?? made, steps, lang, edition);
  };

/** The name of whoever consented, sealed for the record of the consent. */
function consentIn(
  body: ReferralSubmission,
  { referral, file: id }: { readonly referral: ReferralId; readonly file: FileId },
  file: Awaited<ReturnType<Deps['sealing']['newFile']>>,
) {
  if (body.kind !== 'early-identification' || body.consent.state !== 'given') return undefined;
  const of = { kind: 'referral', id: referral } as const;
  const place = { what: 'sharing-consent', of, number: 1, file: id } as const;
  return file.seal(place, { family: { speaker: { name: body.consent.by } } });
}

/** The same for a first and for a repeated call: made from the ids and the body alone. */
function receipt(
  made: Readonly<Record<string, string>>,
  steps: readonly NextStep[],
  lang: Lang,
  edition: Edition,
) {
  const id = ReferralId.parse(made.referral);
  const links = referralLinks(id);
  return {
    status: 201 as const,
    location: links.self,
    body: {
      id,
      receiptNumber: receiptNumber(id),
      submittedAt: made.at ?? '',
      links,
      nextSteps: steps.map(({ code, until }) => ({
        code,
        label: edition.label('nextSteps', code, lang).replace('{until}', until ?? ''),
        until,
      })),
    },
  };
}
