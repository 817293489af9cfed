import { Temporal } from 'temporal-polyfill';
import type { CaseId } from '../../shared/domain/ids.ts';
import { person } from '../stage/cast.ts';
import type { Decision } from '../stage/desk.ts';
import type { Stage } from '../stage/stage.ts';
import { must } from '../stage/until.ts';
import * as say from './safety-words.ts';

const UNIT = 'agency-imereti';

/** Giorgi has seen the child: where it sleeps, who is kept away, and when somebody looks again. */
export const safetyIsDecided = (stage: Stage, opened: CaseId) =>
  stage.tale.step(UNIT, say.safetyIsDecided, async () => {
    const { desk, lang, clock, localTime } = stage;
    const now = await clock.now();
    const later = (hours: number) => now.add({ hours }).toString();
    const body: Decision = {
      childSeenAt: now.subtract({ minutes: 80 }).toString(),
      seenBy: person('giorgi', lang),
      seenAlone: 'yes',
      where: 'school',
      sleepsTonight: 'protective-relative',
      measures: [
        { kind: 'restraining-order', against: say.against[lang], validUntil: later(24 * 28) },
      ],
      siblingsChecked: 'none',
      reviewBy: later(72),
      reason: say.reason[lang],
    };
    const made = await desk(UNIT).decideSafety(opened, body);
    const states = (await desk(UNIT).caseClocks(opened)).map(({ name, state }) => [name, state]);
    must(
      Object.fromEntries(states)['child-seen'] === 'ended',
      'the clock for seeing the child still runs',
    );
    const [order] = made.measures ?? [];
    must(order?.validUntil !== undefined && made.sleepsTonight !== undefined, 'it is not shown');
    return {
      sleeps: made.sleepsTonight.label,
      measure: order.kind.label,
      until: localTime(order.validUntil),
      review: localTime(Temporal.Instant.from(made.reviewBy).toString()),
    };
  });
