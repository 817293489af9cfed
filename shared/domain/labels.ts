import * as z from 'zod';

/** The languages in which the hub speaks to people. */
export const Lang = z.enum(['ka', 'en']);
export type Lang = z.infer<typeof Lang>;

/** Words for people, always in both languages. */
export const Labels = z.strictObject({
  ka: z.string().trim().min(1),
  en: z.string().trim().min(1),
});
export type Labels = z.infer<typeof Labels>;
