import * as z from 'zod';
import type { EventType } from './event.ts';
import verbs from './verbs.json' with { type: 'json' };

/** What the law wants journalled in the same system, each under a verb of its own (S115). */
export const Verb = z.enum([
  'collect',
  'change',
  'access',
  'disclose',
  'link',
  'delete',
  'incident',
]);
export type Verb = z.infer<typeof Verb>;

const known: Readonly<Record<string, string>> = verbs;

/** The verb of an event. A test demands one of each in verbs.json. */
export const verbOf = (type: EventType): Verb => Verb.parse(known[type]);
