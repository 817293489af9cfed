import { useTranslation } from 'react-i18next';
import { confirmProposal, listProposals } from '../../shared/contract/people.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Read } from '../design/components/read.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { called, calledBy } from './called.ts';
import type { Person, Proposal } from './draft.ts';

interface ProposalsProps {
  readonly people: readonly Person[];
  /** The account of whoever looks. */
  readonly own: string;
}

/** At a body that watches over all others nobody gets rights by one person's word. */
export function Proposals({ people, own }: ProposalsProps) {
  const { t } = useTranslation();
  const proposals = useRead(['proposals'], listProposals, {});
  return (
    <Card title={t('people.proposals.title')}>
      <Read of={proposals}>
        {({ items }) => (
          <>
            {items.length === 0 && <p className="soft">{t('people.proposals.none')}</p>}
            {items.map((one) => (
              <One key={one.number} proposal={one} people={people} own={own} />
            ))}
          </>
        )}
      </Read>
    </Card>
  );
}

function One({ proposal, people, own }: ProposalsProps & { readonly proposal: Proposal }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { number, kind, roles, proposedBy, at, until, account, version } = proposal;
  const doing = useAct(confirmProposal, [['proposals'], ['people']]);
  const isOwn = proposedBy === own || account === own;
  return (
    <div className="stack">
      <h3>{called(proposal)}</h3>
      <Facts
        facts={[
          { name: t('people.proposals.what'), value: t(`people.proposals.${kind}`) },
          { name: t('people.roles'), value: roles.map((role) => t(`role.${role}`)).join(', ') },
          { name: t('people.proposals.by'), value: calledBy(people, proposedBy) },
          { name: t('people.proposals.at'), value: momentOf(at, lang) },
          { name: t('people.proposals.until'), value: momentOf(until, lang) },
        ]}
      />
      {isOwn ? (
        <p className="soft">{t('people.proposals.other')}</p>
      ) : (
        <ActForm
          doing={doing}
          does={t('people.proposals.confirm')}
          look="second"
          onDo={() => doing.act({ path: { number }, ifMatch: version })}
        />
      )}
    </div>
  );
}
