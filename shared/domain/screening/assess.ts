import type { Answer, Answers, Indicator, Instrument } from './instrument.ts';

/** Why the level is what it is: a code and the values it speaks of. */
interface Reason {
  readonly code: 'danger' | 'welfare-reaches' | 'maltreatment-reaches' | 'unknown-share';
  readonly values: Readonly<Record<string, string | number>>;
}

export interface Assessment {
  /** Sum of the welfare weights of every `yes`. */
  readonly welfare: number;
  /** Sum of the maltreatment weights of every `yes`. */
  readonly maltreatment: number;
  readonly level: 1 | 2 | 3 | 4;
  /** Danger indicators answered `yes`: each alone means level 4. */
  readonly danger: readonly string[];
  /** Share of indicators that are not known, 0 to 1. */
  readonly unknownShare: number;
  /** Too little is known for a sum to decide. */
  readonly personDecides: boolean;
  readonly reasons: readonly Reason[];
}

type Level = Instrument['levels'][number];

const answerTo = (answers: Answers, { code }: Indicator): Answer =>
  (Object.hasOwn(answers, code) ? answers[code] : undefined) ?? 'not-known';

/** The highest level whose threshold either score reaches; level 1 begins at zero. */
function byScores(levels: readonly Level[], welfare: number, maltreatment: number) {
  const reached = levels.filter(
    (level) => welfare >= level.welfareFrom || maltreatment >= level.maltreatmentFrom,
  );
  return reached.reduce((highest, next) => (next.level > highest.level ? next : highest));
}

const asLevel = (level: number): Assessment['level'] =>
  level >= 4 ? 4 : level === 3 ? 3 : level === 2 ? 2 : 1;

function scoreReasons(level: Level, welfare: number, maltreatment: number): Reason[] {
  const values = (score: number, threshold: number) => ({ score, threshold, level: level.level });
  const reasons: Reason[] = [];
  if (welfare >= level.welfareFrom)
    reasons.push({ code: 'welfare-reaches', values: values(welfare, level.welfareFrom) });
  if (maltreatment >= level.maltreatmentFrom)
    reasons.push({
      code: 'maltreatment-reaches',
      values: values(maltreatment, level.maltreatmentFrom),
    });
  return reasons;
}

/** Codes that were answered but are not indicators of this instrument. */
export const unknownIndicators = (instrument: Instrument, answers: Answers): readonly string[] =>
  Object.keys(answers).filter((code) => !instrument.indicators.some((i) => i.code === code));

/**
 * Level of need of a family. Each score stands on its own and the higher one decides; danger is
 * never averaged away; what is not known adds nothing and takes nothing, but is counted and shown.
 */
export function assess(instrument: Instrument, answers: Answers): Assessment {
  const { indicators, levels, unknownShareForPerson } = instrument;
  const yes = indicators.filter((indicator) => answerTo(answers, indicator) === 'yes');
  const unknown = indicators.filter((i) => answerTo(answers, i) === 'not-known').length;
  const welfare = yes.reduce((sum, indicator) => sum + indicator.welfare, 0);
  const maltreatment = yes.reduce((sum, indicator) => sum + indicator.maltreatment, 0);
  const danger = yes.filter((indicator) => indicator.danger).map(({ code }) => code);
  const scored = byScores(levels, welfare, maltreatment);
  const [numerator, denominator] = unknownShareForPerson.moreThan;
  const personDecides = unknown * denominator > indicators.length * numerator;
  return {
    welfare,
    maltreatment,
    level: danger.length > 0 ? 4 : asLevel(scored.level),
    danger,
    unknownShare: unknown / indicators.length,
    personDecides,
    reasons: [
      ...danger.map((indicator): Reason => ({ code: 'danger', values: { indicator } })),
      ...scoreReasons(scored, welfare, maltreatment),
      ...(personDecides
        ? [{ code: 'unknown-share' as const, values: { unknown, of: indicators.length } }]
        : []),
    ],
  };
}
