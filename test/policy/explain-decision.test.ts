import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { AgencyId } from '../../shared/domain/ids.ts';
import type { Lang } from '../../shared/domain/labels.ts';
import { ReferralSubmission } from '../../shared/domain/referral/submission.ts';
import { explainDecision } from '../../shared/policy/explain-decision.ts';
import { georgia } from '../../shared/policy/ge/pack.ts';
import { loadPack } from '../../shared/policy/load.ts';
import { policy } from '../../shared/policy/policy.ts';
import { counts, owed } from '../../shared/policy/report.ts';

const at = Temporal.Instant.from('2026-11-20T13:40:00Z');
const violence = ReferralSubmission.parse({
  kind: 'violence',
  child: { municipality: 'Zestafoni', whereabouts: { childNow: { where: 'school' } } },
  reporter: { mode: 'named', phone: '+995 555 000000' },
  narrative: 'a worry',
  immediateDanger: 'no',
});
const explained = (submission: ReferralSubmission, lang: Lang = 'en') =>
  explainDecision(
    { submission, referrer: AgencyId.parse('school-zestaponi'), at, lang },
    policy.at(at),
  ).join('\n');

describe('the explanation of a sample decision', () => {
  it('names who must act, by which rule, by when and why', () => {
    const text = explained(violence);
    expect(text).toContain('Assess safety and lead the case');
    expect(text).toContain('agency-imereti');
    expect(text).toContain('lead: In suspected violence');
    expect(text).toContain('24 hours; due Saturday 21 November 17:40');
  });

  it('speaks Georgian', () => {
    expect(explained(violence, 'ka')).toContain('უსაფრთხოების შეფასება და შემთხვევის წარმართვა');
  });

  it('shows the scores of an early identification', () => {
    const early = ReferralSubmission.parse({
      kind: 'early-identification',
      child: { municipality: 'zestaponi' },
      reporter: { mode: 'named', phone: '+995 555 000000' },
      instrument: { id: 'early-identification', version: '2026.1' },
      indicators: [{ code: 'tells-of-violence', answer: 'yes' }],
      worry: 3,
      consent: { state: 'not-asked', reason: 'asking-endangers' },
    });
    expect(explained(early)).toContain('level 4: welfare 0, maltreatment 6');
  });
});

describe('the report on the pack', () => {
  const loaded = loadPack(georgia);

  it('counts what is in it', () => {
    expect(counts(loaded)).toContain('12 regions, 64 + 5 municipalities');
  });

  it('lists every check that is owed, with what to look up', () => {
    const marks = JSON.stringify(georgia).split('"legalCheck":"owed"').length - 1;
    const [head, ...lines] = owed(loaded);
    expect(head).toBe(`${marks} legal checks owed:`);
    expect(lines).toHaveLength(marks);
    expect(lines.join('\n')).toContain('17 May');
  });
});
