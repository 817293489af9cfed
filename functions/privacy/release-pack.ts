import type { releaseSubjectPack as contract } from '../../shared/contract/subject-access.ts';
import { subjectOf } from '../../shared/domain/break-glass/open.ts';
import { isHiddenLook } from '../../shared/domain/disclosure/mask.ts';
import { packText, subjectPack } from '../../shared/domain/disclosure/subject-pack.ts';
import { Refusal } from '../../shared/domain/refusal.ts';
import type { UseCase } from '../../shared/platform/http.ts';
import { editionNow, type PrivacyDeps } from './deps.ts';
import { recordsOf } from './glass.ts';
import { readRequest } from './subject-access.ts';

/** What is known of a data subject, to the officer who hands it over; in the journal as a disclosure. */
export const releaseSubjectPack =
  (deps: PrivacyDeps): UseCase<typeof contract> =>
  async ({ path, principal: by }) => {
    const action = 'subject-access.release';
    const found = await readRequest(deps, { place: path, by, action });
    const { request, glass, permit } = found;
    if (request.state !== 'released') throw new Refusal('not-released');
    const at = deps.now();
    const of = subjectOf(glass.record);
    const [details, entries, tasks] = await Promise.all([
      deps.sealing.open(glass.referral, permit),
      recordsOf(deps, glass).then(deps.entries.of),
      deps.records.tasksOf(of),
    ]);
    const { rule, purpose, groups } = permit;
    const disclosed = { action, by, subject: of, rule, purpose, groups, at } as const;
    await deps.access.disclosed({ ...disclosed, to: request.requester });
    // To the data subject the referrer is hidden, whatever the lead may know.
    const hidden = { ...glass.referral, reporterMode: 'masked' as const };
    const read = { referral: hidden, permit };
    const looks = entries.map((entry) => ({ ...entry, hidden: isHiddenLook(entry, read) }));
    const recipients = tasks.map(({ agency }) => agency);
    const known = { subject: request.subject, details, recipients, looks };
    const pack = subjectPack(known, editionNow(deps, at));
    return { status: 200, body: { ...pack, text: packText(pack) } };
  };
