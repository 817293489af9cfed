import type * as z from 'zod';
import type { findSlots } from '../../shared/contract/slots.ts';

type Found = z.output<(typeof findSlots)['answers'][200]>;
/** A time that was found, with who, where and why; its place in the list is its rank. */
export type Slot = Found['items'][number];
export type Blocker = Found['blockers'][number];
export type Help = Found['helps'][number];
