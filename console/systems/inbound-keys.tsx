import { useTranslation } from 'react-i18next';
import type * as z from 'zod';
import {
  deleteInboundKey,
  type InboundKeyView,
  listInboundKeys,
} from '../../shared/contract/inbound.ts';
import { useAct } from '../api/use-act.ts';
import { useRead } from '../api/use-read.ts';
import { ActForm, Acts } from '../design/components/act.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Read } from '../design/components/read.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import { KeyList } from './key-list.tsx';
import { SystemsFrame } from './systems-frame.tsx';

type Door = z.output<typeof InboundKeyView>;

/**
 * Keys by which the agency's systems sign what they send to the hub. A system opens and replaces its
 * own, so that nothing it does looks like a person's doing; anybody here may close one that leaked.
 */
export function InboundKeys() {
  const { t } = useTranslation();
  const keys = useRead(['inbound-keys'], listInboundKeys, {});
  return (
    <SystemsFrame title={t('systems.inbound.title')} lead={t('systems.inbound.lead')}>
      <Read of={keys}>
        {({ items }) => (
          <>
            {items.length === 0 && <p>{t('systems.inbound.none')}</p>}
            {items.map((door) => (
              <DoorCard key={door.id} door={door} />
            ))}
          </>
        )}
      </Read>
      <Card title={t('systems.inbound.how')}>
        <p>{t('systems.inbound.howLead')}</p>
        <Facts
          facts={[
            {
              name: t('systems.inbound.open'),
              value: <Call path="POST /v1/inbound-keys" body={'{ "scheme": "v1" }'} />,
            },
            {
              name: t('systems.inbound.replace'),
              value: (
                <Call
                  path="POST /v1/inbound-keys/{keyId}/rotations"
                  body={'{ "scheme": "v1", "overlapDays": 1 }'}
                />
              ),
            },
          ]}
        />
        <p>
          <a href="/docs">{t('systems.inbound.docs')}</a>
        </p>
      </Card>
    </SystemsFrame>
  );
}

const Call = ({ path, body }: { readonly path: string; readonly body: string }) => (
  <Verbatim text={`${path}\n${body}`} />
);

function DoorCard({ door }: { readonly door: Door }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { account, keys, createdAt } = door;
  const close = {
    code: 'close',
    label: t('systems.inbound.close'),
    form: (back: () => void) => <Close door={door} onBack={back} />,
  };
  return (
    <Card title={t('systems.inbound.one')}>
      <Facts
        facts={[
          { name: t('systems.inbound.account'), value: <code>{account}</code> },
          { name: t('systems.createdAt'), value: momentOf(createdAt, lang) },
        ]}
      />
      <KeyList keys={keys} />
      <Acts acts={[close]} />
    </Card>
  );
}

function Close({ door: { id }, onBack }: { readonly door: Door; readonly onBack: () => void }) {
  const { t } = useTranslation();
  const doing = useAct(deleteInboundKey, [['inbound-keys']], onBack);
  return (
    <ActForm
      doing={doing}
      title={t('systems.inbound.close')}
      does={t('systems.inbound.close')}
      look="danger"
      onDo={() => doing.act({ path: { keyId: id } })}
      onBack={onBack}
    >
      <p>{t('systems.inbound.closeThen')}</p>
    </ActForm>
  );
}
