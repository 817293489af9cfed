import { isAtWork, isLead, isSite, takesPart } from '../relations.ts';
import type { AccessRule } from '../rule.ts';
import { neededBy, nothing } from './needed-groups.ts';

/** Who may ask for the one interview: those who investigate, prosecute or protect. */
const ASKS: readonly string[] = ['police', 'prosecutor', 'guardianship-body'];

/** Who may keep a recording, beside the centre. */
const KEEPS: readonly string[] = ['police', 'prosecutor', 'court'];

const involved: AccessRule['when'] = (principal, subject) =>
  takesPart(principal, subject) || isLead(principal, subject) || isAtWork(principal, subject);

/** The visit to the child centre: who opens, plans, books, holds and follows it. */
export const visitRules: readonly AccessRule[] = [
  {
    name: 'opens-the-visit',
    actions: ['interview.open', 'interview.plan', 'interview.book', 'interview.cancel'],
    why: {
      ka: 'ერთობლივ გამოკითხვას ითხოვს და გეგმავს პოლიცია, პროკურატურა ან მეურვეობის ორგანო, რომელიც ამ შემთხვევაზე მუშაობს',
      en: 'Police, prosecutor or guardianship unit at work on the case ask for and plan the joint interview',
    },
    when: (principal, subject) =>
      ASKS.includes(principal.kind) && (isLead(principal, subject) || isAtWork(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'plans-the-visit',
    actions: ['interview.read', 'interview.consent'],
    why: {
      ka: 'ვინც გამოკითხვას გეგმავს, ხედავს გეგმას თანხმობებთან ერთად და წერს, თანახმაა თუ არა ბავშვის წარმომადგენელი',
      en: 'Whoever plans the interview sees the plan with its consents, and records what the child’s representative said',
    },
    when: (principal, subject) =>
      ASKS.includes(principal.kind) && (isLead(principal, subject) || isAtWork(principal, subject)),
    groups: () => ['family'],
  },
  {
    name: 'plans-in-its-role',
    actions: ['interview.plan'],
    why: {
      ka: 'პოლიცია და პროკურატურა, რომელსაც მიღების დღეს როლი აქვს, გეგმავს: პროკურორი ირჩევს სამართლებრივ ფორმას',
      en: 'Police and prosecutor with a role in the visit plan it: the prosecutor chooses the legal form',
    },
    when: (principal, subject) => ASKS.includes(principal.kind) && takesPart(principal, subject),
    groups: neededBy,
  },
  {
    name: 'takes-part-in-the-visit',
    actions: ['interview.read', 'interview.answer', 'visit.read', 'visit.topics'],
    why: {
      ka: 'უწყება, რომელსაც მიღების დღეს როლი აქვს, ხედავს გეგმას და ადასტურებს დასწრებას',
      en: 'An agency with a role in the visit sees its plan and confirms its presence',
    },
    when: takesPart,
    groups: nothing,
  },
  {
    name: 'follows-the-visit',
    actions: ['interview.read', 'visit.read'],
    why: {
      ka: 'ვინც შემთხვევაზე მუშაობს, ხედავს, როდის და სად იქნება გამოკითხვა',
      en: 'Whoever is at work on the case sees when and where the interview will be',
    },
    when: (principal, subject) => isLead(principal, subject) || isAtWork(principal, subject),
    groups: nothing,
  },
  {
    name: 'works-for-the-visit',
    actions: ['visit.read'],
    why: {
      ka: 'ვისაც მიღების დღეს როლი აქვს ან შემთხვევაზე მუშაობს, კითხულობს იმას, რაც მის საქმეს სჭირდება',
      en: 'Whoever has a role in the visit, or is at work on the case, reads what its work needs',
    },
    when: involved,
    groups: neededBy,
  },
  {
    name: 'plans-the-day',
    actions: ['visit.plan', 'visit.prepare'],
    why: {
      ka: 'მიღების დღეს ერთად გეგმავენ: წამყვანი, ცენტრი, პოლიცია და პროკურატურა',
      en: 'The day is planned together: by the lead, the centre, police and prosecutor',
    },
    when: (principal, subject) =>
      isSite(principal, subject) || (ASKS.includes(principal.kind) && involved(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'runs-the-visit',
    actions: ['visit.run'],
    why: {
      ka: 'გამოკითხვას ცენტრი ატარებს და აღრიცხავს',
      en: 'The centre holds the interview and records it',
    },
    when: isSite,
    groups: neededBy,
  },
  {
    name: 'cares-afterwards',
    actions: ['aftercare.record'],
    why: {
      ka: 'გამოკითხვის შემდეგ დახმარებას წერს ცენტრი, წამყვანი და ვინც ბავშვს ეხმარება',
      en: 'Care after the interview is recorded by the centre, the lead and whoever helps the child',
    },
    when: involved,
    groups: neededBy,
  },
  {
    name: 'keeps-the-recording',
    actions: ['recording.file'],
    why: {
      ka: 'ჩანაწერს აღრიცხავს ცენტრი ან ვისთანაც ის ინახება: პოლიცია, პროკურატურა, სასამართლო',
      en: 'The recording is entered by the centre, or by whoever keeps it: police, prosecutor, court',
    },
    when: (principal, subject) =>
      isSite(principal, subject) ||
      (KEEPS.includes(principal.kind) && involved(principal, subject)),
    groups: neededBy,
  },
  {
    name: 'may-have-the-statement',
    actions: ['recording.read', 'recording.ask'],
    why: {
      ka: 'ვისაც ნათქვამი სჭირდება, ჩანაწერს ითხოვს და ბავშვს ხელახლა არ ეკითხება',
      en: 'Whoever needs the statement asks for the recording, and does not ask the child again',
    },
    when: involved,
    groups: neededBy,
  },
];
