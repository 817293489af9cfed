import { rules } from '../access/rule.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { Details } from '../referral/groups.ts';
import type { DataSubject } from '../subject-access/request.ts';

interface Look {
  readonly at: string;
  readonly agency: AgencyId;
  readonly rule: string;
  /** Of the hidden referrer: it would tell who referred. */
  readonly hidden: boolean;
}

interface Known {
  readonly subject: DataSubject;
  /** Opened for exactly the groups the permit names. */
  readonly details: Partial<Details>;
  readonly recipients: readonly AgencyId[];
  readonly looks: readonly Look[];
}

const HEADINGS = {
  known: { ka: 'რა არის ჩაწერილი თქვენ შესახებ', en: 'What is known of you' },
  recipients: { ka: 'ვის გადაეცა', en: 'Who was told' },
  looks: { ka: 'რომელმა უწყებამ და როდის ნახა', en: 'Which agency looked, and when' },
  purposes: { ka: 'რა მიზნით', en: 'For which purposes' },
  bases: { ka: 'რა სამართლებრივი საფუძვლით', en: 'On which legal bases' },
  hidden: {
    ka: 'დაფარულია, ვინ შეატყობინა, სხვა ადამიანები, თანამშრომელთა სახელები და სხვისი ნაწერი.',
    en: 'Hidden are who reported, other people, the names of workers, and what others wrote.',
  },
} as const;

/**
 * What is handed to a data subject: what is known of it, who looked, for what and on which basis. Other
 * people stay hidden: nothing anybody else wrote or is named in gets past this place.
 */
export function subjectPack({ subject, details, recipients, looks }: Known, edition: Edition) {
  const used = rules.filter(({ id }) => looks.some(({ rule }) => rule === id));
  const codes = [...new Set(used.map(({ purpose }) => purpose))].toSorted();
  const bases = [...new Set(used.flatMap(({ basis }) => basis))].toSorted();
  const shown = looks.filter(({ hidden }) => !hidden);
  return {
    headings: HEADINGS,
    known: subject === 'child' || subject === 'representative' ? ofChild(details) : {},
    recipients: [...new Set(recipients)].toSorted().map((id) => named(id, edition)),
    looks: shown.map(({ at, agency }) => ({ on: at.slice(0, 10), ...named(agency, edition) })),
    purposes: codes.map((code) => ({
      code,
      ...both((lang) => edition.label('accessPurposes', code, lang)),
    })),
    bases: bases.map((code) => ({
      code,
      ...both((lang) => edition.legalBases[code]?.[lang] ?? code),
    })),
  };
}
export type SubjectPack = ReturnType<typeof subjectPack>;

const both = (say: (lang: 'ka' | 'en') => string) => ({ ka: say('ka'), en: say('en') });

const named = (id: AgencyId, edition: Edition) => ({
  agency: id,
  ...both((lang) => edition.agency(id)?.name[lang] ?? id),
});

/** The child's own: no accused by name, no contact’s name, nothing free that others wrote. */
function ofChild({ identity, whereabouts, concern, medical, ...rest }: Partial<Details>) {
  const words = rest['childs-own-words'];
  return {
    identity,
    whereabouts: whereabouts && { municipality: whereabouts.municipality },
    concern: concern && {
      forms: concern.forms,
      lastIncidentAt: concern.lastIncidentAt,
      immediateDanger: concern.immediateDanger,
    },
    childsOwnWords: words?.childsOwnWords,
    medical: medical && { needs: medical.needs, injuryVisible: medical.injuryVisible },
  };
}

/** To print and to hand over: the same in plain text, in both languages. */
export function packText(pack: SubjectPack): string {
  const { headings, known, recipients, looks, purposes, bases } = pack;
  const title = ({ ka, en }: { ka: string; en: string }) => `${ka} / ${en}`;
  const list = (lines: readonly string[]) => (lines.length === 0 ? '—' : lines.join('\n'));
  return [
    [title(headings.known), JSON.stringify(known, null, 2)],
    [title(headings.recipients), list(recipients.map(title))],
    [title(headings.looks), list(looks.map((look) => `${look.on}  ${title(look)}`))],
    [title(headings.purposes), list(purposes.map(title))],
    [title(headings.bases), list(bases.map(title))],
    [title(headings.hidden)],
  ]
    .map((section) => section.join('\n'))
    .join('\n\n');
}
