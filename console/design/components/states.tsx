import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../shared/contract/client.ts';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

/** Being read; says so to a screen reader as well. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <p role="status" className="soft">
      {t('waiting')}
    </p>
  );
}

interface EmptyProps {
  readonly title: string;
  /** What to do now. */
  readonly children?: ReactNode;
}

export const Empty = ({ title, children }: EmptyProps) => (
  <div className="card">
    <h2>{title}</h2>
    {children}
  </div>
);

interface FailedProps {
  readonly error: unknown;
  readonly onAgain?: () => void;
}

/** What the hub said instead, in its own words; or that the line is gone. */
export function Failed({ error, onAgain }: FailedProps) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <Notice tone="danger" title={problem?.title ?? t('line.gone')} live>
      <p>{problem ? problem.detail : t('line.instead')}</p>
      {onAgain && (
        <div>
          <Button onPress={onAgain}>{t('again')}</Button>
        </div>
      )}
    </Notice>
  );
}
