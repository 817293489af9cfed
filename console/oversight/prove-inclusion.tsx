import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { proveInclusion } from '../../shared/contract/journal.ts';
import { useRead } from '../api/use-read.ts';
import { Button } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Field } from '../design/components/field.tsx';
import { Read } from '../design/components/read.tsx';

/** That an event of the agency’s own feed stands in the journal as it happened. */
export function ProveInclusion() {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [sequence, ask] = useState<number>();
  const [wrong, setWrong] = useState(false);
  const prove = (event: FormEvent) => {
    event.preventDefault();
    const isNumber = /^[1-9]\d{0,8}$/.test(typed.trim());
    setWrong(!isNumber);
    if (isNumber) ask(Number(typed.trim()));
  };
  return (
    <Card title={t('oversight.journal.inclusion')}>
      <p>{t('oversight.journal.inclusionLead')}</p>
      <form className="search" onSubmit={prove} noValidate>
        <Field
          short
          label={t('oversight.journal.sequence')}
          error={wrong ? t('oversight.wrong.number') : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={9}
        />
        <Button type="submit">{t('oversight.journal.prove')}</Button>
      </form>
      {sequence && <Proof key={sequence} sequence={sequence} />}
    </Card>
  );
}

function Proof({ sequence }: { readonly sequence: number }) {
  const { t } = useTranslation();
  const proof = useRead(['oversight', 'inclusion', sequence], proveInclusion, {
    query: { sequence },
  });
  return (
    <Read of={proof}>
      {({ index, size, leaf, path }) => (
        <div role="status" className="stack">
          <p>{t('oversight.journal.included', { place: index + 1, size, hashes: path.length })}</p>
          <Facts facts={[{ name: t('oversight.journal.leaf'), value: <Hash of={leaf} /> }]} />
        </div>
      )}
    </Read>
  );
}

/** A long number that is compared sign by sign; it breaks where the line ends. */
export const Hash = ({ of }: { readonly of: string }) => <code className="hash">{of}</code>;
