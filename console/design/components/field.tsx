import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';

export interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What to write, and what to leave empty. */
  readonly hint?: string | undefined;
  /** What the hub or this page says against it. */
  readonly error?: string | undefined;
  readonly required?: boolean;
  /** More than one line. */
  readonly long?: boolean;
  /** No wider than what belongs in it. */
  readonly short?: boolean;
  readonly type?: 'text' | 'tel' | 'date' | 'datetime-local' | 'email' | 'time' | 'number' | 'url';
  readonly maxLength?: number;
  /** Where an error of the hub points: the pointer into what is sent, such as `/child/givenName`. */
  readonly at?: string;
}

/** One thing to write, with its name, what to write, and what is wrong with it. */
export function Field(props: FieldProps) {
  const {
    label,
    hint,
    error,
    long,
    short,
    required,
    at,
    type = 'text',
    maxLength,
    ...rest
  } = props;
  return (
    <TextField
      className="field"
      data-short={short || undefined}
      data-at={at}
      isInvalid={error !== undefined}
      isRequired={required ?? false}
      validationBehavior="aria"
      {...(maxLength && { maxLength })}
      {...rest}
      // What is written here is about a child: no browser keeps or offers it, nor sends it elsewhere.
      autoComplete="off"
      spellCheck="false"
    >
      <Label>{label}</Label>
      {hint && (
        <Text slot="description" className="soft small">
          {hint}
        </Text>
      )}
      {long ? <TextArea rows={6} /> : <Input type={type} />}
      <FieldError className="error">{error}</FieldError>
    </TextField>
  );
}
