import type * as z from 'zod';
import type { ViolenceSubmission } from '../../shared/domain/referral/submission.ts';
import { nextAt } from '../words/moments.ts';

export type Sent = z.input<typeof ViolenceSubmission>;
export type Danger = NonNullable<Sent['immediateDanger']>;
type Yes = 'yes' | 'no' | 'unknown';

/** What is written in the form; empty means not known. It lives in memory and nowhere else. */
export interface Draft {
  readonly danger: Danger | undefined;
  readonly narrative: string;
  readonly where: string;
  readonly until: string;
  readonly municipality: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly age: string;
  readonly personalNumber: string;
  readonly school: string;
  readonly childsWords: string;
  readonly forms: readonly string[];
  readonly injury: Yes | undefined;
  readonly selfHarm: Yes | undefined;
  readonly relation: string;
  readonly perpetrator: string;
  readonly livesWithChild: Yes | undefined;
  readonly safePerson: string;
  readonly safePhone: string;
  readonly safeNever: string;
  readonly masked: 'named' | 'masked';
  readonly name: string;
  readonly role: string;
  readonly phone: string;
}

export const EMPTY: Draft = {
  danger: undefined,
  narrative: '',
  where: '',
  until: '',
  municipality: '',
  givenName: '',
  familyName: '',
  age: '',
  personalNumber: '',
  school: '',
  childsWords: '',
  forms: [],
  injury: undefined,
  selfHarm: undefined,
  relation: '',
  perpetrator: '',
  livesWithChild: undefined,
  safePerson: '',
  safePhone: '',
  safeNever: '',
  masked: 'named',
  name: '',
  role: '',
  phone: '',
};

export const isTouched = (draft: Draft): boolean => JSON.stringify(draft) !== JSON.stringify(EMPTY);

const text = (value: string): string | undefined => value.trim() || undefined;
/** Only what was said: an absent member is “not known”, an empty one would be a statement. */
const given = <T extends object>(members: T): { [K in keyof T]?: NonNullable<T[K]> } =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };

/** The draft as the hub takes it. */
export function submissionOf(draft: Draft, now: Date): Sent {
  return {
    kind: 'violence',
    channel: 'form',
    narrative: draft.narrative.trim(),
    ...given({
      immediateDanger: draft.danger,
      childsOwnWords: text(draft.childsWords),
      injuryVisible: draft.injury,
      selfHarmRisk: draft.selfHarm,
      safeContact: safeContact(draft),
    }),
    forms: [...draft.forms],
    child: child(draft, now),
    allegedPerpetrators: perpetrator(draft),
    reporter: {
      mode: draft.masked,
      ...given({ name: text(draft.name), role: text(draft.role), phone: text(draft.phone) }),
    },
  };
}

function child(draft: Draft, now: Date): Sent['child'] {
  const where = text(draft.where);
  const childNow = where && {
    where,
    ...(draft.until && { until: nextAt(draft.until, now) }),
  };
  return {
    ...given({
      givenName: text(draft.givenName),
      familyName: text(draft.familyName),
      personalNumber: text(draft.personalNumber),
      ageYears: draft.age === '' ? undefined : Number(draft.age),
      municipality: text(draft.municipality),
    }),
    whereabouts: given({ school: text(draft.school), childNow: childNow || undefined }),
  };
}

function perpetrator(draft: Draft): NonNullable<Sent['allegedPerpetrators']> {
  const name = text(draft.perpetrator);
  if (!draft.relation && !name) return [];
  const relation = draft.relation || 'unknown';
  return [{ relation, ...given({ name, livesWithChild: draft.livesWithChild }) }];
}

function safeContact(draft: Draft): Sent['safeContact'] {
  const [person, phone] = [text(draft.safePerson), text(draft.safePhone)];
  if (!person || !phone) return undefined;
  return { person, phone, ...given({ never: text(draft.safeNever) }) };
}
