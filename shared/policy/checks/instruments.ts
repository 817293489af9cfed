import type { Instrument } from '../../domain/screening/instrument.ts';
import { doubled, type Problem, problem } from '../problem.ts';
import type { Pack } from '../schema.ts';

function levelsRise({ levels }: Instrument): boolean {
  const [first] = levels;
  return (
    first?.welfareFrom === 0 &&
    first.maltreatmentFrom === 0 &&
    levels.every((each, i) => {
      const below = levels[i - 1];
      const above =
        !below ||
        (each.welfareFrom > below.welfareFrom && each.maltreatmentFrom > below.maltreatmentFrom);
      return each.level === i + 1 && above;
    })
  );
}

/** Level 1 begins at nothing, thresholds rise, each indicator stands once and in a known group. */
export const checkInstruments = ({ instruments }: Pack): readonly Problem[] =>
  instruments.flatMap((instrument) => {
    const at = `${instrument.id} ${instrument.version}`;
    const codes = instrument.indicators.map(({ code }) => code);
    return [
      ...doubled(codes).map((code) => problem('instruments', at, `${code} is listed twice`)),
      ...instrument.indicators
        .filter(({ group }) => group !== undefined && !Object.hasOwn(instrument.groups, group))
        .map(({ code }) => problem('instruments', at, `${code} is in no known group`)),
      ...(levelsRise(instrument)
        ? []
        : [problem('instruments', at, 'levels 1 to 4 do not rise from zero')]),
    ];
  });
