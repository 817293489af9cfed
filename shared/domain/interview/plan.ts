import type { Household } from '../family/household.ts';
import type { AgencyId } from '../ids.ts';
import type { Edition } from '../policy/edition.ts';
import type { VisitChoices } from './choices.ts';
import type { Explained } from './explained.ts';
import type { ChildFacts, VisitFacts } from './facts.ts';
import { type Consent, groundOf, groundReasons } from './ground.ts';
import type { Interview, Tier } from './interview.ts';
import { partsOf } from './length.ts';
import { medicalOf, medicalReasons } from './medical.ts';
import { rolesOf, type Speech } from './roles.ts';
import { isCentre, placeOf, siteOf, siteReasons } from './site.ts';
import { sooner, tierOf } from './tier.ts';
import { whoSpeaks } from './who-speaks.ts';

/** Everything a plan is made of; opened for the decision alone, and never kept as it is. */
export interface Planning {
  readonly municipality: string;
  readonly lead: AgencyId;
  readonly excluded: readonly AgencyId[];
  readonly child: ChildFacts;
  readonly household: Household;
  readonly consents: readonly Consent[];
  /** The unit that has taken on to appoint a procedural representative. */
  readonly appoints: AgencyId | undefined;
  readonly visit: VisitFacts;
  readonly choices: VisitChoices;
  readonly legalForm: Interview['legalForm'];
  readonly order: Interview['order'];
  readonly openedAt: string;
  readonly at: string;
  /** The deadline that stands; it can only come sooner. */
  readonly tier: Tier | undefined;
}

/** What the hub computes of a visit, each with why. */
export type Plan = Pick<
  Interview,
  'tier' | 'ground' | 'site' | 'parts' | 'medical' | 'roles' | 'needs' | 'language' | 'explained'
>;

const SIGNS = 'sgn-GE';
const GEORGIAN = 'ka';

/** How the child talks: signs first, then a language the interviewer does not speak. */
export function speechOf({ languages, needs }: ChildFacts, visit: VisitFacts): Speech {
  const signs = needs.includes(SIGNS) || languages.includes(SIGNS);
  const spoken = languages.filter((one) => one !== SIGNS);
  const own = spoken.includes(GEORGIAN) ? GEORGIAN : spoken[0];
  const language = visit.interpreterLanguage ?? own ?? GEORGIAN;
  return {
    language: signs ? SIGNS : language,
    interpreted: signs || language !== GEORGIAN || needs.includes('interpreter'),
    signs,
  };
}

/** The whole plan from what is known now: asked again whenever anything of it changes. */
export function planOf(planning: Planning, edition: Edition): Plan {
  const { municipality, lead, excluded, child, visit, choices, at } = planning;
  const speech = speechOf(child, visit);
  const site = siteOf(
    { municipality, lead, forms: child.forms, excluded, chosen: choices.site },
    edition,
  );
  const atCentre = isCentre(site.agency, edition);
  const medical = medicalOf(child, visit, planning.openedAt, edition);
  // Without the order there is no examination, and without a medical room it is done elsewhere.
  const examined = medical.ordered && atCentre && medical.because !== 'examined';
  const { parts, because } = partsOf(
    {
      age: child.age,
      interpreted: speech.interpreted,
      medical: examined ? medical.order : undefined,
    },
    edition,
  );
  const now = tierOf(child, visit, edition);
  const ground = groundOf({ ...planning, age: child.age }, edition);
  return {
    tier: planning.tier ? sooner(planning.tier, now) : now,
    ground,
    site: { ...site, because: [...site.because] },
    parts,
    medical,
    roles: rolesOf(
      {
        place: placeOf(municipality, lead, edition),
        site: site.agency,
        ...{ lead, excluded, speech, choices },
        parts: parts.map(({ part }) => part),
        speaks: whoSpeaks(planning.household, at),
        appoints: planning.appoints,
        legalForm: planning.legalForm,
        charged: visit.chargedAt !== undefined,
        ordered: medical.ordered,
      },
      edition,
    ),
    needs: arranged(child, speech, edition),
    language: speech.language,
    explained: [
      ...because,
      ...medicalReasons(medical, atCentre),
      ...siteReasons(site),
      ...groundReasons(ground, child.age, edition),
      ...languageReasons(child, visit),
    ],
  };
}

/** What is to be arranged at the visit; why the child needs it is not said. */
function arranged({ needs }: ChildFacts, speech: Speech, { interview }: Edition): string[] {
  const all = [
    ...needs,
    ...(speech.signs ? [SIGNS] : []),
    ...(speech.interpreted && !speech.signs ? ['interpreter'] : []),
  ];
  const found = interview.arrangements
    .filter(({ anyOf }) => anyOf.some((need) => all.includes(need)))
    .map(({ arrange }) => arrange);
  return [...new Set(found)];
}

const languageReasons = (child: ChildFacts, visit: VisitFacts): Explained[] =>
  child.languages.length === 0 && !visit.interpreterLanguage
    ? [{ about: 'language', code: 'language-unknown' }]
    : [];
