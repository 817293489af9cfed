import type { EventType } from '../../shared/domain/journal/event.ts';
import said from '../../shared/domain/journal/event-words.json' with { type: 'json' };
import type { Lang } from '../../shared/domain/labels.ts';

const words: Readonly<Record<string, Readonly<Record<Lang, string>>>> = said;

/** What a kind of news is called; its own name where a newer hub knows more than this page. */
export const eventInWords = (type: string, lang: Lang): string => words[type]?.[lang] ?? type;

export const eventTypes = Object.keys(said) as readonly EventType[];
