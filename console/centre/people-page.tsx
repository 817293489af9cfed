import './centre.css';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type * as z from 'zod';
import { listResources, type ResourceLine } from '../../shared/contract/resources.ts';
import { useCodes, word } from '../api/use-lists.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { NotThere } from '../app/not-there.tsx';
import { LinkButton } from '../design/components/button.tsx';
import { Tag } from '../design/components/notice.tsx';
import { Page } from '../design/components/page.tsx';
import { Read } from '../design/components/read.tsx';
import { Empty, Waiting } from '../design/components/states.tsx';
import { KINDS } from './resource-draft.ts';
import { useQualifications } from './use-qualifications.ts';

type Line = z.output<typeof ResourceLine>;

/** Everybody and everything a visit here can take, kind by kind. */
export function PeoplePage() {
  const { data } = useMembership();
  if (!data) return <Waiting />;
  return data.kind === 'child-centre' ? <Resources agency={data.agency} /> : <NotThere />;
}

function Resources({ agency }: { readonly agency: Line['agency'] }) {
  const { t } = useTranslation();
  const kinds = useCodes('resourceKinds');
  const it = useRead(['resources', agency], listResources, { query: { agency } });
  return (
    <Page title={t('centre.people.title')} lead={t('centre.people.lead')} wide>
      <div className="row">
        <LinkButton look="first" to="/app/centre/people/new">
          {t('centre.people.new')}
        </LinkButton>
        <LinkButton to="/app/centre">{t('centre.board')}</LinkButton>
      </div>
      <Read of={it}>
        {({ items }) => (
          <>
            {items.length === 0 && (
              <Empty title={t('centre.people.none')}>
                <p>{t('centre.people.noneLead')}</p>
              </Empty>
            )}
            {KINDS.filter((kind) => items.some((one) => one.kind === kind)).map((kind) => (
              <section key={kind} className="stack" aria-labelledby={`kind-${kind}`}>
                <h2 id={`kind-${kind}`}>{word(kinds, kind)}</h2>
                <ul className="lines">
                  {items
                    .filter((one) => one.kind === kind)
                    .toSorted((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'ka'))
                    .map((one) => (
                      <ResourceRow key={one.id} line={one} kind={word(kinds, kind)} />
                    ))}
                </ul>
              </section>
            ))}
          </>
        )}
      </Read>
    </Page>
  );
}

function ResourceRow({ line, kind }: { readonly line: Line; readonly kind: string }) {
  const { t } = useTranslation();
  const [names, languages] = [useQualifications(), useCodes('languages')];
  const { id, name, qualifications, languages: spoken, capacity, accessible, withdrawnAt } = line;
  const about = [
    ...qualifications.map(({ code }) => word(names, code)),
    ...spoken.map((code) => word(languages, code)),
    capacity && t('centre.people.capacityOf', { number: capacity }),
    accessible && t('centre.people.accessibleShort'),
  ];
  return (
    <li>
      <Link className="line" to={`/app/centre/people/${id}`}>
        <strong>{name ?? kind}</strong>
        {withdrawnAt ? <Tag tone="warn">{t('centre.people.withdrawnTag')}</Tag> : <span />}
        <span className="soft small">{about.filter(Boolean).join(' · ')}</span>
      </Link>
    </li>
  );
}
