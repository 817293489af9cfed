import type { Lang } from '../labels.ts';
import type { Edition } from '../policy/edition.ts';
import type { Resource } from '../resource/resource.ts';
import { instantOf } from '../scheduling/days.ts';
import type { Filling, Span, Starts, Term } from '../scheduling/question.ts';
import { text } from '../time.ts';
import type { Findings, Found } from './find.ts';
import { type Help, helpsBeside, helpsOf } from './helps.ts';
import { roadOf, VEHICLE } from './rooms.ts';
import type { Sought } from './sought.ts';
import { datesInWords, helpInWords, nameOf, preventsInWords } from './words.ts';

interface Reader {
  readonly sought: Sought;
  readonly lang: Lang;
  readonly edition: Edition;
}

const spanOf = ({ from, to }: Span) => ({
  start: text(instantOf(from)),
  end: text(instantOf(to)),
});
const labelled = (code: string, { lang, edition }: Reader) => ({
  code,
  label: nameOf(code, lang, edition),
});

/** Who or what fills a role. */
interface Taken {
  readonly filling: Filling;
  readonly resource: Resource;
}

/** A time as people choose it: who, where, how to get there, and why it ranks where it does. */
export function slotView({ proposal, slot }: Found, reader: Reader) {
  const { sought, lang, edition } = reader;
  const all = slot.fillings.flatMap((filling): Taken[] => {
    const resource = sought.resources.find(({ id }) => id === filling.id);
    return resource ? [{ filling, resource }] : [];
  });
  const things = all.filter(({ resource: { kind } }) => kind !== 'person');
  const vehicle = things.find(({ resource: { kind } }) => kind === VEHICLE);
  const interview = proposal.parts.find(({ part }) => part === 'interview');
  return {
    purpose: proposal.purpose,
    start: proposal.start,
    end: proposal.end,
    site: proposal.site,
    parts: proposal.parts.map(({ part, start, end }) => ({
      part: { code: part, label: edition.label('visitParts', part, lang) },
      start,
      end,
    })),
    people: all
      .filter(({ resource: { kind } }) => kind === 'person')
      .map((one) => personView(one, reader)),
    absent: slot.empty.map((role) => labelled(role, reader)),
    rooms: things
      .filter((one) => one !== vehicle)
      .map(({ resource: { kind, id } }) => ({ kind: labelled(kind, reader), resource: id })),
    ...(vehicle && { transport: transportView(vehicle, reader) }),
    dueAt: proposal.dueAt,
    inTime: (interview ?? proposal).start <= proposal.dueAt,
    confirms: proposal.agencies,
    score: rounded(slot.score),
    why: slot.why.map((term) => whyView(term, reader)),
    validUntil: proposal.validUntil,
  };
}

const personView = (
  { filling: { role, standIn, video, legs }, resource: { id, agency } }: Taken,
  reader: Reader,
) => ({
  role: labelled(role, reader),
  resource: id,
  agency,
  standIn,
  video,
  ...(legs && { travel: { there: spanOf(legs.there), back: spanOf(legs.back) } }),
});

const transportView = (
  { filling: { legs }, resource: { id, agency, accessible } }: Taken,
  { sought, edition }: Reader,
) => ({
  vehicle: id,
  agency,
  accessible,
  minutes: roadOf(sought, edition),
  ...(legs && { there: spanOf(legs.there), back: spanOf(legs.back) }),
});

const rounded = (points: number): number => Math.round(points * 100) / 100;

const whyView = ({ code, points, role, id }: Term, reader: Reader) => {
  const resource = reader.sought.resources.find((one) => one.id === id)?.id;
  return {
    ...labelled(code, reader),
    points: rounded(points),
    ...(role && { role: labelled(role, reader) }),
    ...(resource && { resource }),
  };
};

/** Why there is none: each smallest set of what is in the way, and what would help. */
export function blockedView({ blocked }: Findings, reader: Reader) {
  if (!blocked) return { blockers: [], helps: [] };
  const { lang, edition, sought } = reader;
  return {
    blockers: blocked.blockers.map((blocker) => {
      const names = blocker.codes.map((code) => labelled(code, reader));
      const dates = datesInWords(blocker.prevents.dates, lang);
      return {
        codes: names,
        says: preventsInWords(
          names.map(({ label }) => label),
          dates,
          lang,
        ),
        ...startsView(blocker.prevents),
        helps: helpsOf(blocker).map((help) => helpView(help, reader)),
      };
    }),
    helps: helpsBeside(blocked, sought, edition).map((help) => helpView(help, reader)),
  };
}

function helpView({ code, starts }: Help, { lang, edition }: Reader) {
  const label = edition.label('slotHelps', code, lang);
  const dates = datesInWords(starts?.dates ?? [], lang);
  return {
    code,
    label,
    says: helpInWords(label, starts?.count ?? 0, dates, lang),
    ...(starts && startsView(starts)),
  };
}

const startsView = ({ count, first, dates }: Starts) => ({
  count,
  ...(first !== undefined && { first: text(instantOf(first)) }),
  dates: dates.map(({ from, to, starts }) => ({ from, to, starts })),
});
