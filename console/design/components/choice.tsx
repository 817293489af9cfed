import { Checkbox } from 'react-aria-components/Checkbox';
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup';
import { FieldError } from 'react-aria-components/FieldError';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import { Text } from 'react-aria-components/Text';

export interface Option<T extends string = string> {
  readonly value: T;
  readonly label: string;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly options: readonly Option<T>[];
  readonly at?: string;
}

interface OneProps<T extends string> extends ChoiceProps<T> {
  /** Beside each other, where there is room: short answers to many questions. */
  readonly row?: boolean;
  readonly value: T | undefined;
  readonly onChange: (value: T) => void;
}

/** One of a few. */
export function OneOf<T extends string>(props: OneProps<T>) {
  const { label, hint, error, options, value, onChange, at, row } = props;
  return (
    <RadioGroup
      className="field"
      data-at={at}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen as T)}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="soft small">
          {hint}
        </Text>
      )}
      <div className="choices" data-row={row || undefined}>
        {options.map((option) => (
          <Radio key={option.value} className="choice" value={option.value}>
            {option.label}
          </Radio>
        ))}
      </div>
      <FieldError className="error">{error}</FieldError>
    </RadioGroup>
  );
}

interface ManyProps<T extends string> extends ChoiceProps<T> {
  readonly value: readonly T[];
  readonly onChange: (value: T[]) => void;
}

/** Any number of a few. */
export function ManyOf<T extends string>(props: ManyProps<T>) {
  const { label, hint, error, options, value, onChange, at } = props;
  return (
    <CheckboxGroup
      className="field"
      data-at={at}
      value={[...value]}
      onChange={(chosen) => onChange(chosen as T[])}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label className="label">{label}</Label>
      {hint && (
        <Text slot="description" className="soft small">
          {hint}
        </Text>
      )}
      <div className="choices">
        {options.map((option) => (
          <Checkbox key={option.value} className="choice" data-kind="many" value={option.value}>
            {option.label}
          </Checkbox>
        ))}
      </div>
      <FieldError className="error">{error}</FieldError>
    </CheckboxGroup>
  );
}
