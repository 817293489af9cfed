import * as z from 'zod';
import type { AgencyId, EventId } from '../ids.ts';
import type { Decision } from '../journal/decision.ts';
import type { JournalEvent } from '../journal/event.ts';
import { isSourced, provenance, UNSOURCED } from '../provenance.ts';
import { Code } from '../text.ts';
import type { SignedHead } from './head.ts';

/** Who is told of each signed head, and so can say later what it was. */
export const JournalRules = z.strictObject({
  witnesses: z
    .strictObject({ kinds: z.array(Code).min(1), ...provenance })
    .refine(isSourced, UNSOURCED),
});
export type JournalRules = z.infer<typeof JournalRules>;

interface Witnesses {
  readonly journal: JournalRules;
  readonly agencies: readonly { readonly id: AgencyId; readonly kind: string }[];
}

/** The agencies of those kinds. */
export const witnessesOf = ({ journal, agencies }: Witnesses): AgencyId[] =>
  agencies.filter(({ kind }) => journal.witnesses.kinds.includes(kind)).map(({ id }) => id);

interface Signed {
  readonly head: SignedHead;
  readonly event: EventId;
  readonly by: JournalEvent['by'];
  readonly to: readonly AgencyId[];
}

/** A head was signed: its id is a hash of it, so each feed holds what a witness needs. */
export const sealed = ({ head, event, by, to }: Signed): Decision => ({
  kept: [],
  events: [
    {
      id: event,
      type: 'journal.sealed',
      at: head.at,
      subject: { kind: 'journal', id: head.id },
      version: 1,
      by,
      to: [...to],
      codes: { size: String(head.size), root: head.root },
    },
  ],
});
