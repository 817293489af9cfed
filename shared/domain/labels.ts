import * as z from 'zod';

/** The languages in which the hub speaks to people. */
export const Lang = z.enum(['ka', 'en']);
export type Lang = z.infer<typeof Lang>;

/** Words with no blanks around them: what is checked is what is shown, nothing is trimmed. */
const Words = z.string().regex(/^\S(.*\S)?$/su);

/** Words for people, always in both languages. */
export const Labels = z.strictObject({ ka: Words, en: Words });
export type Labels = z.infer<typeof Labels>;
