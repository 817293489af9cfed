import { expect, it } from 'vitest';
import { EventType } from '../../../shared/domain/journal/event.ts';
import verbs from '../../../shared/domain/journal/verbs.json' with { type: 'json' };
import { Verb, verbOf } from '../../../shared/domain/journal/verbs.ts';

it('every event of the catalogue has one of the seven verbs, and nothing else has', () => {
  expect(Object.keys(verbs).toSorted()).toEqual(EventType.options.toSorted());
  expect(new Set(EventType.options.map(verbOf))).toEqual(new Set(Verb.options));
});
