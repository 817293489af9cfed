import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingForms } from '../../../shared/domain/visit/leading.ts';
import { mergedPlan, type Worded, wordingOf } from '../../../shared/domain/visit/merged-plan.ts';
import { fileTopics, missingFrom, reviewTopic, Topic } from '../../../shared/domain/visit/topic.ts';
import {
  agency,
  anEventId,
  aSealed,
  CENTRE,
  georgiaAt,
  LEAD,
  NOW,
  POLICE,
  refusalOf,
} from '../../build.ts';
import { aRole, aVisit, PROSECUTOR } from '../../finding.ts';

const edition = georgiaAt();
const FORMS = edition.visit.leading;
const visit = aVisit({
  roles: [
    aRole('interviewer', CENTRE),
    aRole('investigator', POLICE),
    aRole('prosecutor', PROSECUTOR),
    aRole('social-worker', LEAD),
  ],
});
const step = (by = POLICE) => ({
  by: { sub: 'x', agency: by },
  at: NOW,
  event: anEventId(),
  lead: LEAD,
});
const filing = (filed: { topic?: string; words?: boolean }[], earlier: Topic[] = [], by = POLICE) =>
  fileTopics(
    {
      visit,
      earlier,
      clock: undefined,
      filed: filed.map(({ topic, words }) => ({
        topic,
        leading: [],
        sealed: words ? aSealed() : undefined,
      })),
    },
    step(by),
    edition,
  );
const topicsIn = ({ kept }: { kept: readonly { what: string }[] }) =>
  kept.filter(({ what }) => what === 'topic').map((one) => Topic.parse(one));

describe('a question that leads', () => {
  it.each([
    ['Did he touch you?', 'suggestive-opening'],
    ['Was it at home or at school?', 'forced-choice'],
    ['He was angry, wasn’t he? You were there, right?', 'tag-question'],
    ["It hurt, isn't it", 'tag-question'],
    ['Why did you not shout?', 'why-question'],
    ['ხომ დაგემუქრა?', 'suggestive-opening'],
    ['სახლში იყავი თუ სკოლაში?', 'forced-choice'],
    ['ის გაბრაზდა, ხომ ასეა?', 'tag-question'],
    ['რატომ არ იყვირე?', 'why-question'],
    ['სად შეგეხო?', 'presumes'],
  ])('%s is flagged: %s', (question, form) => {
    expect(leadingForms(question, FORMS)).toContain(form);
  });

  it.each([
    'Tell me everything you remember.',
    'What happened then?',
    'You said something about the garden. Tell me more about that.'.slice(42),
    'მომიყევი ყველაფერი, რაც გახსოვს.',
    'მერე რა მოხდა?',
    'For how long were you there?',
  ])('%s is not', (question) => {
    expect(leadingForms(question, FORMS)).toEqual([]);
  });

  it('is looked for in whole words, and in every sentence', () => {
    expect(leadingForms('Tell me about the forest.', FORMS)).toEqual([]);
    expect(leadingForms('Tell me about it. Did he shout?', FORMS)).toContain('suggestive-opening');
  });
});

describe('filing', () => {
  it('numbers on, and the plan is owed until each agency that has to has said something', () => {
    const first = topicsIn(filing([{ topic: 'who' }, { topic: 'online', words: true }]));
    expect(first.map(({ number }) => number)).toEqual([1, 2]);
    expect(missingFrom(visit, first, edition)).toEqual([PROSECUTOR, LEAD]);
    const nothing = topicsIn(filing([{}], first, PROSECUTOR));
    expect(nothing[0]).toMatchObject({ number: 3, agency: PROSECUTOR });
    expect(missingFrom(visit, [...first, ...nothing], edition)).toEqual([LEAD]);
  });

  it('refuses an unknown topic, and a visit that is under way', () => {
    expect(refusalOf(() => filing([{ topic: 'x' }])).code).toBe('unknown-code');
    const going = { ...visit, status: 'frozen' as const, frozenAt: NOW, because: visit.id };
    const late = () =>
      fileTopics({ visit: going, earlier: [], clock: undefined, filed: [] }, step(), edition);
    expect(refusalOf(late).code).toBe('visit-not-in-planning');
  });

  it('is told to every agency with a role and the lead, not to whoever filed', () => {
    const [event] = filing([{ topic: 'who' }]).events;
    expect(new Set(event?.to)).toEqual(new Set([LEAD, CENTRE, PROSECUTOR]));
    expect(JSON.stringify(event)).not.toContain('"who"');
  });
});

describe('the review', () => {
  const [topic] = topicsIn(filing([{ topic: 'who', words: true }]));
  if (!topic) throw new Error('nothing was filed');
  const review = (decision: 'kept' | 'reworded' | 'dropped', reason?: string) =>
    reviewTopic(
      { visit, topic, decision, reason, sealed: undefined, leading: [] },
      step(CENTRE),
      edition,
    );

  it('keeps, rewords, or drops with a reason of the list', () => {
    expect(topicsIn(review('kept'))[0]?.review).toMatchObject({ decision: 'kept' });
    expect(topicsIn(review('dropped', 'leading'))[0]?.review?.reason).toBe('leading');
    expect(refusalOf(() => review('dropped')).code).toBe('unknown-code');
    expect(refusalOf(() => review('dropped', 'because')).code).toBe('unknown-code');
  });
});

describe('the merged plan', () => {
  const worded = (number: number, of: string, topic: string, words?: string): Worded => ({
    topic: { ...topicBase, number, agency: agency(of), topic, hasQuestion: words !== undefined },
    words,
  });
  const topicBase = Topic.parse(topicsIn(filing([{ topic: 'who' }]))[0]);

  it('asks once what two need, in whichever script they write it', () => {
    const plan = mergedPlan([
      worded(1, 'police-imereti', 'what-happened', 'მომიყევი, რა მოხდა.'),
      worded(2, 'agency-imereti', 'home', 'Momiqevi ra mokhda'),
      worded(3, 'prosecutor-imereti', 'what-happened'),
      worded(4, 'agency-imereti', 'what-happened'),
    ]);
    expect(plan).toHaveLength(1);
    expect(plan[0]?.questions.map(({ numbers }) => numbers)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    expect(plan[0]?.agencies).toHaveLength(3);
  });

  it('loses nobody’s question and asks none twice, whatever is filed', () => {
    const filed = fc.array(
      fc.record({
        of: fc.constantFrom('police-imereti', 'agency-imereti', 'prosecutor-imereti'),
        topic: fc.constantFrom('who', 'where', 'home'),
        words: fc.option(fc.constantFrom('ვინ?', 'Vin', 'სად?', 'Where?'), { nil: undefined }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(filed, (all) => {
        const given = all.map(({ of, topic, words }, i) => worded(i + 1, of, topic, words));
        const questions = mergedPlan(given).flatMap((one) => one.questions);
        const numbers = questions.flatMap((one) => one.numbers);
        expect(numbers.toSorted((a, b) => a - b)).toEqual(all.map((_, i) => i + 1));
        const said = questions.flatMap(({ words }) => (words ? wordingOf(words) : []));
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });
});
