import { representativeOrder } from '../family/representatives.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import { standIn } from '../routing/inside.ts';
import { nationalDesk } from '../routing/national-desk.ts';
import type { VisitChoices } from './choices.ts';
import type { LegalForm } from './interview.ts';
import type { PlannedRole } from './role.ts';
import type { RoleCondition, RoleRule } from './rules.ts';
import { ofKind } from './site.ts';
import type { VisitPart } from './visit-part.ts';
import type { Speaks } from './who-speaks.ts';

/** How the child talks. */
export interface Speech {
  readonly language: string;
  readonly interpreted: boolean;
  readonly signs: boolean;
}

export interface Cast {
  /** The place by which agencies are found. */
  readonly place: string;
  readonly site: AgencyId;
  readonly lead: AgencyId;
  readonly excluded: readonly AgencyId[];
  readonly parts: readonly VisitPart[];
  readonly speech: Speech;
  readonly speaks: Speaks;
  /** The unit that has taken on to appoint a procedural representative. */
  readonly appoints: AgencyId | undefined;
  readonly legalForm: LegalForm | undefined;
  readonly charged: boolean;
  readonly ordered: boolean;
  readonly choices: VisitChoices;
}

const CONDITIONS: Readonly<Record<RoleCondition, (cast: Cast) => boolean>> = {
  always: () => true,
  'legal-representative': ({ speaks }) => speaks.role === 'legal-representative',
  'procedural-representative': ({ speaks }) => speaks.role === 'procedural-representative',
  examination: ({ legalForm }) => legalForm === 'examination',
  charged: ({ charged }) => charged,
  interpreter: ({ speech }) => speech.interpreted && !speech.signs,
  'sign-language': ({ speech }) => speech.signs,
  'forensic-ordered': ({ ordered }) => ordered,
  companion: ({ choices }) => choices.companion === 'wanted',
};

/**
 * Who must be there, as the pack lists it for what is known of the case. A role falls away where its
 * only parts do, or where it is not required and no agency can answer for it.
 */
export function rolesOf(cast: Cast, edition: Edition): PlannedRole[] {
  return edition.interview.roles.flatMap((rule) => {
    const parts = rule.parts.filter((part) => cast.parts.includes(part));
    if (parts.length === 0 || !CONDITIONS[rule.when](cast)) return [];
    const answers = answering(rule, cast, edition);
    return answers ? [planned(rule, parts, answers, cast)] : [];
  });
}

interface Answering {
  readonly agency: AgencyId;
  readonly because: readonly string[];
}

function answering(rule: RoleRule, cast: Cast, edition: Edition): Answering | undefined {
  const found = agencyOf(rule, cast, edition);
  if (found) return found;
  // Who must be there is somebody's to find, if need be the national desk's.
  if (!rule.required) return undefined;
  return { agency: nationalDesk(edition).desk.id, because: ['no-agency-near'] };
}

function agencyOf({ agency }: RoleRule, cast: Cast, edition: Edition): Answering | undefined {
  const { site, lead, place, excluded, appoints } = cast;
  if (agency === 'site') return { agency: site, because: [] };
  if (agency === 'lead') return notExcluded(lead, cast, edition);
  if (agency === 'representative') {
    if (appoints && !excluded.includes(appoints)) return { agency: appoints, because: [] };
    const [first] = representativeOrder(place, edition, { refused: excluded });
    return first && { agency: first, because: [] };
  }
  const near = agency.by === 'site-region' ? siteplace(site, place, edition) : place;
  const found = ofKind(agency.kind, near, excluded, edition);
  return found && { agency: found.agency.id, because: found.because ? [found.because] : [] };
}

/** Where the site stands: a municipality of its own area, else the child's place. */
function siteplace(site: AgencyId, place: string, edition: Edition): string {
  const area = edition.agency(site)?.area ?? [];
  const own = edition.municipalities.find(({ id, region }) =>
    [id, region].some((one) => area[0] === one),
  );
  return own?.id ?? place;
}

function notExcluded(id: AgencyId, { excluded }: Cast, edition: Edition): Answering | undefined {
  if (!excluded.includes(id)) return { agency: id, because: [] };
  const agency = edition.agency(id);
  const instead = agency && standIn(agency, excluded, edition);
  return instead && { agency: instead.id, because: ['stand-in-for-excluded'] };
}

function planned(rule: RoleRule, parts: VisitPart[], answers: Answering, cast: Cast): PlannedRole {
  const { role, place, required, video, standIn: replaceable, from, qualification } = rule;
  const base: PlannedRole = {
    ...{ role, parts, place, required, video, standIn: replaceable, from },
    agency: answers.agency,
    ...(qualification && { qualification }),
    languages: languagesOf(rule, cast.speech),
    because: [...reasonsOf(rule, cast), ...answers.because],
  };
  return { ...base, ...asChosen(base, cast) };
}

/** Whoever talks with the child talks its language; with an interpreter only the interpreter must. */
function languagesOf({ role, childsLanguage }: RoleRule, speech: Speech): string[] {
  if (!childsLanguage) return [];
  const interprets = role === 'interpreter' || role === 'sign-interpreter';
  return (speech.interpreted || speech.signs) && !interprets ? [] : [speech.language];
}

const reasonsOf = ({ when }: RoleRule, { speaks }: Cast): readonly string[] =>
  when === 'legal-representative' || when === 'procedural-representative' ? speaks.because : [when];

/** What planning decides of a role. A sign interpreter is always in the room and in the picture. */
function asChosen(base: PlannedRole, { choices }: Cast): Partial<PlannedRole> {
  const { role, because } = base;
  if (role === 'interviewer' && choices.interviewerSex) {
    return { sex: choices.interviewerSex, because: [...because, 'sex-asked-for'] };
  }
  const independence = choices.interpreterFromNear
    ? 'interpreter-independence-waived'
    : 'interpreter-independent';
  if (role === 'sign-interpreter') {
    return { because: [...because, 'hands-filmed', independence] };
  }
  if (role !== 'interpreter') return {};
  const how =
    choices.interpreter === undefined
      ? { code: 'interpreter-undecided' }
      : choices.interpreter === 'screen'
        ? { code: 'interpreter-on-screen', place: 'screen' as const, video: true }
        : { code: 'interpreter-in-room', place: 'interview-room' as const, video: false };
  const { code, ...where } = how;
  return { ...where, because: [...because, code, independence] };
}
