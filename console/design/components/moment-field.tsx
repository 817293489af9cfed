import { Field, type FieldProps } from './field.tsx';

/** A day and a time as the clock of Georgia shows it; what is kept is the field's own text. */
export const MomentField = (props: Omit<FieldProps, 'type' | 'long' | 'maxLength'>) => (
  <Field {...props} short type="datetime-local" />
);
