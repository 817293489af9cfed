import { CaseId, ReferralId } from '../ids.ts';
import type { Lang } from '../labels.ts';
import type { CodeListName } from '../policy/code-lists.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import type { SubjectAccess } from '../subject-access/request.ts';

/** A request for own data: whose, why two people decide, and what they said. */
export function subjectAccessView(
  request: SubjectAccess,
  words: Details['outcome'] | undefined,
  lang: Lang,
  edition: Edition,
) {
  const { of, number, version, at, votes, deadline } = request;
  const labelled = (list: CodeListName, code: string) => ({
    code,
    label: edition.label(list, code, lang),
  });
  const self = `/v1/subject-access/${of.id}/${number}`;
  return {
    record: of.kind === 'case' ? CaseId.parse(of.id) : ReferralId.parse(of.id),
    ...{ number, version, at, name: words?.name, decideBy: deadline },
    state: labelled('subjectAccessStates', request.state),
    subject: labelled('dataSubjects', request.subject),
    requester: labelled('dataSubjects', request.requester),
    because: request.because.map((code) => labelled('subjectAccessReasons', code)),
    votes: votes.map((one) => ({
      ...{ side: one.side, agency: one.by.agency, at: one.at, verdict: one.verdict },
    })),
    links: { self, votes: `${self}/votes`, pack: `${self}/pack` },
  };
}
