import { isElapsed, type Length } from '../../domain/clock/definition.ts';
import { Ground, InterviewResult, LegalForm } from '../../domain/interview/interview.ts';
import { TierFact } from '../../domain/interview/rules.ts';
import { Place, VisitPart } from '../../domain/interview/visit-part.ts';
import type { CodeListName } from '../../domain/policy/code-lists.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

/** Codes that have no words in a list. */
const wordless = ({ codeLists: { lists } }: Pack, list: CodeListName, codes: readonly string[]) =>
  [...new Set(codes)]
    .filter((code) => !Object.hasOwn(lists[list], code))
    .map((code) => `${code} is not in the code list ${list}`);

/** Whether each number is greater than the one before. */
const rising = (numbers: readonly number[]): boolean =>
  numbers.every((one, place) => place === 0 || one > (numbers[place - 1] ?? one));

/** Only the last one is open: nobody falls through, and nothing stands behind it. */
const endsOpen = (bounds: readonly (number | undefined)[]): boolean =>
  bounds.at(-1) === undefined && bounds.slice(0, -1).every((one) => one !== undefined);

/** Facts that can be unknown, and then count as if they held. */
const CAN_BE_UNKNOWN = [
  'lives-with-accused',
  'sexual-violence-recent',
  'recent-event',
  'young-child',
];

/** The stricter a tier the shorter its time; whatever the case, the last one holds. */
function checkTiers(pack: Pack): string[] {
  const { tiers } = pack.interview;
  const facts = tiers.flatMap(({ anyOf }) => anyOf);
  const hours = tiers.map(({ within }) => inHours(within));
  return [
    ...(tiers.every(({ tier }, place) => tier === place) ? [] : ['tiers are not counted from 0']),
    ...(tiers.every(({ within }) => isElapsed(within))
      ? []
      : ['guards a child, so a tier is counted in elapsed minutes or hours only']),
    ...(rising(hours) ? [] : ['a later tier leaves no more time than the one before']),
    ...(tiers.at(-1)?.anyOf.includes('otherwise') ? [] : ['otherwise does not stand last']),
    ...doubled(facts).map((fact) => `${fact} stands in two tiers`),
    ...TierFact.options
      .filter((fact) => !facts.includes(fact))
      .map((fact) => `no tier for ${fact}`),
    ...wordless(pack, 'tierFacts', [...facts, ...CAN_BE_UNKNOWN.map((fact) => `${fact}-unknown`)]),
  ];
}

/** The clock is shortened to the tier and cannot be lengthened: it must hold the longest. */
function checkClock({ interview: { tiers }, clocks: { clocks } }: Pack): string[] {
  const longest = Math.max(...tiers.map(({ within }) => inHours(within)));
  return clocks
    .filter(({ name, length }) => name === 'interview-held' && inHours(length) < longest)
    .map(() => 'the clock interview-held is shorter than the longest tier');
}

const inHours = ({ amount, unit }: Length): number => (unit === 'hours' ? amount : amount / 60);

function checkThresholds(pack: Pack): string[] {
  const { recentHours, recentEventHours, specialNeeds, consentBy } = pack.interview.thresholds;
  return [
    ...(recentHours <= recentEventHours ? [] : ['what is recent for one tier is not for the next']),
    ...wordless(pack, 'needs', specialNeeds),
    ...wordless(pack, 'capacities', consentBy),
  ];
}

function checkLengths({ interview: { lengths } }: Pack): string[] {
  const { least, ageUnknown, most, breaks } = lengths;
  const bounds = breaks.map(({ underYears }) => underYears);
  return [
    ...(least <= ageUnknown && ageUnknown <= most ? [] : ['the lengths do not rise']),
    ...(endsOpen(bounds) ? [] : ['the breaks do not end with a band for all older children']),
    ...(rising(bounds.filter((one) => one !== undefined))
      ? []
      : ['the bands of breaks do not rise']),
  ];
}

/** A role can be named, has a condition that can be told, and one that shows what it takes. */
function checkRoles(pack: Pack): string[] {
  const { roles } = pack.interview;
  const names = roles.map(({ role }) => role);
  return [
    ...doubled(names).map((role) => `the role ${role} stands twice`),
    ...wordless(pack, 'visitRoles', names),
    ...wordless(
      pack,
      'qualifications',
      roles.flatMap(({ qualification }) => qualification ?? []),
    ),
    ...wordless(
      pack,
      'planReasons',
      roles.map(({ when }) => when),
    ),
    ...roles
      .filter(({ role, place }) => place === 'interview-room' && !IN_THE_ROOM.includes(role))
      .map(({ role }) => `nobody but child and interviewer sits in the room: ${role}`),
  ];
}

/** An interpreter where the child can see or hear them; everybody else watches from elsewhere. */
const IN_THE_ROOM = ['interviewer', 'interpreter', 'sign-interpreter'];

function checkMedical(pack: Pack): string[] {
  const { windows, forms } = pack.interview.medical;
  const bounds = windows.map(({ untilHours }) => untilHours);
  const [first] = windows;
  return [
    ...(endsOpen(bounds) ? [] : ['the medical windows do not end with one that stays open']),
    ...(rising(bounds.filter((one) => one !== undefined))
      ? []
      : ['the medical windows do not rise']),
    ...(first?.order === 'before-interview'
      ? []
      : ['while traces can be taken, the examination comes first']),
    ...wordless(pack, 'medicalWindows', [
      ...windows.map(({ code }) => code),
      ...(first ? [`${first.code}-unknown`] : []),
    ]),
    ...wordless(pack, 'forms', forms),
  ];
}

/** From every municipality the way to every centre is known, and each centre has its zones. */
function checkPlaces({ interview, areas, centres, agencies }: Pack): string[] {
  const { travel, separation, otherRooms } = interview;
  const known = areas.municipalities.map(({ id }) => String(id));
  return centres.centres
    .flatMap(({ agency }) => [
      ...known
        .filter((id) => travel.minutes[id]?.[agency] === undefined)
        .map((id) => `no way from ${id} to ${agency}`),
      ...(separation.some(({ site }) => site === agency) ? [] : [`no zones of ${agency}`]),
    ])
    .concat(
      Object.keys(travel.minutes)
        .filter((id) => !known.includes(id))
        .map((id) => `${id} is no municipality`),
      otherRooms.kinds
        .filter((kind) => !agencies.agencies.some((agency) => agency.kind === kind))
        .map((kind) => `no agency of the kind ${kind} has rooms`),
    );
}

function checkWords(pack: Pack): string[] {
  const { arrangements, legalForms } = pack.interview;
  const forms = legalForms.map(({ form }) => form);
  return [
    ...wordless(
      pack,
      'needs',
      arrangements.flatMap(({ anyOf }) => anyOf),
    ),
    ...wordless(
      pack,
      'visitNeeds',
      arrangements.map(({ arrange }) => arrange),
    ),
    ...LegalForm.options
      .filter((form) => !forms.includes(form))
      .map((form) => `nothing says what follows from ${form}`),
    ...wordless(pack, 'legalForms', LegalForm.options),
    ...wordless(pack, 'grounds', Ground.options),
    ...wordless(pack, 'interviewResults', InterviewResult.options),
    ...wordless(pack, 'visitParts', VisitPart.options),
    ...wordless(pack, 'visitPlaces', Place.options),
  ];
}

/** The rules of the joint interview leave no child without a deadline, a place or a reason. */
export const checkInterview = (pack: Pack): readonly Problem[] =>
  [
    checkTiers,
    checkClock,
    checkThresholds,
    checkLengths,
    checkRoles,
    checkMedical,
    checkPlaces,
    checkWords,
  ]
    .flatMap((check) => check(pack))
    .map((says) => problem('interview.json', '', says));
