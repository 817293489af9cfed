import * as z from 'zod';

// Control characters but tab and line breaks, and the invisible marks that reorder or hide text.
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\ufeff]/u;

/** Words a person wrote, in any script: NFC, trimmed, bounded, nothing hidden in them. */
export const text = (max: number) =>
  z
    .string()
    .max(max * 2)
    .refine((value) => value.isWellFormed() && !HIDDEN.test(value), { error: 'hidden-characters' })
    .normalize('NFC')
    .trim()
    .min(1)
    .max(max);

/** A name or another single line. */
export const line = (max: number) => text(max).regex(/^[^\r\n\t]*$/u);

/** A telephone number as people write it, in international or Georgian form. */
export const Phone = z
  .string()
  .trim()
  .max(30)
  .regex(/^\+?[0-9][0-9 ()-]{1,28}$/);

/** A code of a code list of the policy pack; whether it is in the list is checked against the pack. */
export const Code = z
  .string()
  .regex(/^[a-zA-Z0-9]+([-_.][a-zA-Z0-9]+)*$/)
  .max(60);

/** A BCP 47 language tag such as `ka`, `az-Cyrl` or `sgn-GE`. */
export const Language = z
  .string()
  .regex(/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$/)
  .max(20);
