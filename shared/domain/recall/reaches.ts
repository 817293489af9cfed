import type { EventType } from '../journal/event.ts';

/** What was told by mistake is taken back from whoever was told, whether it is shut out since or not. */
export const reachesExcluded = (type: EventType): boolean => type === 'recall.made';
