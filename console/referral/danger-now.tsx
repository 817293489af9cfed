import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { OneOf } from '../design/components/choice.tsx';
import { Notice } from '../design/components/notice.tsx';
import type { Danger } from './draft.ts';

const ANSWERS = ['yes', 'no', 'unsure'] as const;

interface DangerProps {
  readonly value: Danger | undefined;
  readonly onChange: (danger: Danger) => void;
  readonly error?: string | undefined;
  readonly row?: boolean;
  /** How whoever asks gets to 112; the usual words, if not said. */
  readonly call?: string;
  readonly children?: ReactNode;
}

/** Asked wherever a child is reported. Who is not sure is told what is told in danger, as routing has it. */
export function DangerNow({ call, children, ...asked }: DangerProps) {
  const { t } = useTranslation();
  return (
    <>
      <OneOf
        label={t('danger.question')}
        options={ANSWERS.map((value) => ({ value, label: t(`danger.${value}`) }))}
        {...asked}
      />
      {asked.value && asked.value !== 'no' && (
        <Notice tone="danger" title={call ?? t('danger.call')} live>
          <a className="number" href="tel:112">
            112
          </a>
          {children}
        </Notice>
      )}
    </>
  );
}
