import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listClients } from '../../shared/contract/clients.ts';
import { useMembership } from '../api/use-membership.ts';
import { useRead } from '../api/use-read.ts';
import { Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { Certificates, type Client, EndSecret, NewSecret } from './client-acts.tsx';
import { SecretOnce } from './secret-once.tsx';
import { SystemsFrame } from './systems-frame.tsx';

/** The agency's systems as they sign in: their secrets and certificates. For administrators. */
export function ClientsPage() {
  const { t } = useTranslation();
  const { data } = useMembership();
  const isOpen = data?.roles.includes('administrator') === true;
  const clients = useRead(['clients'], listClients, {}, { when: isOpen });
  return (
    <SystemsFrame title={t('systems.clients.title')} lead={t('systems.clients.lead')}>
      {data && !isOpen && <Notice>{t('systems.clients.ask')}</Notice>}
      {isOpen && (
        <Read of={clients}>
          {({ items }) => (
            <>
              {items.length === 0 && <p>{t('systems.clients.none')}</p>}
              {items.map((client) => (
                <ClientCard key={client.id} client={client} />
              ))}
            </>
          )}
        </Read>
      )}
    </SystemsFrame>
  );
}

function ClientCard({ client }: { readonly client: Client }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const [secret, setSecret] = useState<string>();
  const { id, roles, secrets, certificates } = client;
  const acts = [
    {
      code: 'rotate',
      label: t('systems.clients.rotate'),
      form: (back: () => void) => <NewSecret client={client} onBack={back} onSecret={setSecret} />,
    },
    {
      code: 'certificates',
      label: t('systems.clients.certify'),
      form: (back: () => void) => <Certificates client={client} onBack={back} />,
    },
  ];
  return (
    <Card title={t('systems.clients.one')}>
      <Facts
        facts={[
          { name: t('systems.clients.id'), value: <Verbatim text={id} /> },
          {
            name: t('systems.clients.roles'),
            value: roles.map((role) => t(`role.${role}`)).join(', '),
          },
          {
            name: t('systems.clients.certificates'),
            value: certificates.length > 0 && <Verbatim text={certificates.join('\n')} />,
          },
        ]}
      />
      {certificates.length === 0 && <p className="soft">{t('systems.clients.noCertificates')}</p>}
      <h3>{t('systems.clients.secrets')}</h3>
      <ul className="entries">
        {secrets.map(({ id: secretId, createdAt }, place) => (
          <li key={secretId} className="entry">
            <span>{t('systems.keys.since', { at: momentOf(createdAt, lang) })}</span>
            {secrets.length > 1 && (
              <EndSecret clientId={id} secretId={secretId} isOldest={place === 0} />
            )}
          </li>
        ))}
      </ul>
      {secret && (
        <SecretOnce
          secret={secret}
          note={t('systems.secret.client')}
          onKept={() => setSecret(undefined)}
        />
      )}
      {!secret && <Acts acts={secrets.length > 1 ? acts.slice(1) : acts} />}
    </Card>
  );
}
