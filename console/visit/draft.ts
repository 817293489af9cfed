import type { AgencyId } from '../../shared/domain/ids.ts';
import { instantOf } from '../words/moments.ts';

/** What is being written on the pages of a visit, and what is sent of it; without a browser. */

export const filled = (text: string): boolean => text.trim() !== '';
const given = (text: string): string | undefined => (filled(text) ? text.trim() : undefined);

/** An agency that cannot come: why, and when it could. */
export interface Decline {
  readonly reason: string;
  readonly other: 'time' | 'nobody' | undefined;
  readonly from: string;
  readonly to: string;
  readonly roles: readonly string[];
}
export const emptyDecline: Decline = { reason: '', other: undefined, from: '', to: '', roles: [] };

export const missingInDecline = ({ reason, other, from, to }: Decline) => [
  ...(reason === '' ? ['reason' as const] : []),
  ...(other === undefined ? ['other' as const] : []),
  ...(other === 'time' && from === '' ? ['from' as const] : []),
  ...(other === 'time' && (to === '' || to <= from) ? ['to' as const] : []),
];

export const declineBody = ({ reason, other, from, to, roles }: Decline) => ({
  reason,
  ...(roles.length > 0 && { roles: [...roles] }),
  alternative:
    other === 'time' ? { from: instantOf(from), to: instantOf(to) } : ('nobody' as const),
});

/** A new fact; each moment as its field has it. */
export const MOMENTS = [
  'arrestedAt',
  'chargedAt',
  'pressureToRetractAt',
  'fullAccountAt',
  'examinedAt',
] as const;
export type FactKind = (typeof MOMENTS)[number] | 'forensicOrder' | 'needs' | 'interpreterLanguage';
export interface FactDraft {
  readonly kind: FactKind | '';
  readonly at: string;
  readonly document: string;
  readonly needs: readonly string[];
  readonly language: string;
}
export const emptyFact: FactDraft = { kind: '', at: '', document: '', needs: [], language: '' };
const isMoment = (kind: FactDraft['kind']): kind is (typeof MOMENTS)[number] =>
  MOMENTS.some((one) => one === kind);

export function missingInFact({ kind, at, document, needs, language }: FactDraft) {
  if (kind === '') return ['kind' as const];
  if (isMoment(kind)) return at === '' ? ['at' as const] : [];
  if (kind === 'forensicOrder') return filled(document) ? [] : ['document' as const];
  if (kind === 'needs') return needs.length > 0 ? [] : ['needs' as const];
  return language === '' ? ['language' as const] : [];
}

export function factBody({ kind, at, document, needs, language }: FactDraft) {
  if (isMoment(kind)) return { [kind]: instantOf(at) };
  if (kind === 'forensicOrder') return { forensicOrder: { document: document.trim() } };
  if (kind === 'needs') return { needs: [...needs] };
  return { interpreterLanguage: language };
}

/** A time of the child: once between two moments, or every day between two hours. */
export interface ChildsTime {
  readonly often: 'once' | 'daily';
  readonly from: string;
  readonly to: string;
}
export const emptyTime: ChildsTime = { often: 'once', from: '', to: '' };

export const missingInTime = ({ from, to }: ChildsTime) => [
  ...(from === '' ? ['from' as const] : []),
  ...(to === '' || to <= from ? ['to' as const] : []),
];
export const whenOf = ({ often, from, to }: ChildsTime) =>
  often === 'once' ? { from: instantOf(from), to: instantOf(to) } : { daily: { from, to } };

/** What an agency needs to be asked; without a question the topic alone is filed. */
export interface TopicDraft {
  /** Tells those being written apart. */
  readonly key: string;
  readonly topic: string;
  readonly question: string;
}
export const emptyTopic = (key: string): TopicDraft => ({ key, topic: '', question: '' });
export const topicsBody = (topics: readonly TopicDraft[]) => ({
  topics: topics
    .filter(({ topic }) => topic !== '')
    .map(({ topic, question }) => {
      const asked = given(question);
      return { topic, ...(asked && { question: asked }) };
    }),
});

/** The planning meeting as it is written down. */
export interface DecisionDraft {
  readonly key: string;
  readonly item: string;
  readonly note: string;
  readonly kind: string;
  readonly agency: string;
}
export interface MeetingDraft {
  readonly heldAt: string;
  /** Who was there: agency and role, as `agency role`. */
  readonly there: readonly string[];
  readonly agenda: readonly string[];
  readonly decisions: readonly DecisionDraft[];
  readonly agency: string;
  readonly name: string;
  readonly phone: string;
}
export const emptyDecision = (key: string): DecisionDraft => ({
  ...{ key, item: '', note: '', kind: '', agency: '' },
});
export const emptyMeeting = (heldAt: string): MeetingDraft => ({
  ...{ heldAt, there: [], agenda: [], decisions: [], agency: '', name: '', phone: '' },
});
/** Six at most: each task has clocks of its own. */
export const DECISIONS_MOST = 6;

export const missingInMeeting = ({ heldAt, there, agency, name }: MeetingDraft) => [
  ...(heldAt === '' ? ['heldAt' as const] : []),
  ...(there.length === 0 ? ['there' as const] : []),
  ...(agency === '' ? ['agency' as const] : []),
  ...(filled(name) ? [] : ['name' as const]),
];

const attends = (one: string) => {
  const [agency = '', role = ''] = one.split(' ');
  return { agency: agency as AgencyId, role };
};

export function meetingBody(draft: MeetingDraft) {
  const { heldAt, there, agenda, decisions, agency, name, phone } = draft;
  const call = given(phone);
  return {
    heldAt: instantOf(heldAt),
    attendance: there.map(attends),
    agenda: [...agenda],
    decisions: decisions
      .filter(({ item, note }) => item !== '' && filled(note))
      .map(({ item, note, kind, agency: of }) => ({
        item,
        note: note.trim(),
        ...(kind && of && { task: { kind, agency: of as AgencyId, urgency: 'high' as const } }),
      })),
    informs: {
      agency: agency as AgencyId,
      person: { name: name.trim(), ...(call && { phone: call }) },
    },
  };
}
