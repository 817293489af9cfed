import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { getEndpoint } from '../../shared/contract/partners.ts';
import type { EndpointId } from '../../shared/domain/ids.ts';
import { useRead } from '../api/use-read.ts';
import { LinkButton } from '../design/components/button.tsx';
import { Card } from '../design/components/card.tsx';
import { Facts } from '../design/components/facts.tsx';
import { Notice } from '../design/components/notice.tsx';
import { Read } from '../design/components/read.tsx';
import { Verbatim } from '../design/components/verbatim.tsx';
import { eventInWords } from '../words/events.ts';
import { momentOf } from '../words/moments.ts';
import { useLanguage } from '../words/use-language.ts';
import type { Endpoint, Health } from './draft.ts';
import { EndpointKeys } from './endpoint-keys.tsx';
import { EndpointSwitch } from './endpoint-switch.tsx';
import { standingOf } from './standing.ts';
import { SystemsFrame } from './systems-frame.tsx';
import { TryOut } from './try-out.tsx';

export type Shown = Endpoint & { readonly health: Health };

/** One endpoint: how it fares and why, and everything its owner can do about it. */
export function EndpointPage() {
  const { t } = useTranslation();
  const endpointId = useParams().endpointId as EndpointId;
  const path = { path: { endpointId } };
  // Removed just now: nobody asks for it any more.
  const [isGone, setGone] = useState(false);
  const reading = { every: 5000, when: !isGone };
  const endpoint = useRead(['endpoint', endpointId], getEndpoint, path, reading);
  return (
    <SystemsFrame title={t('systems.one')}>
      <Read of={endpoint}>
        {(data) => (
          <>
            <HowItFares endpoint={data} />
            <TryOut endpoint={data} />
            <EndpointKeys endpoint={data} />
            <WhatItIs endpoint={data} onGone={() => setGone(true)} />
          </>
        )}
      </Read>
    </SystemsFrame>
  );
}

function HowItFares({ endpoint }: { readonly endpoint: Shown }) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { id, health, disabled, proof } = endpoint;
  const { code, tone } = standingOf(endpoint, health);
  const at = (moment: string | undefined) => moment && momentOf(moment, lang);
  const { waiting, waitingMore } = health;
  return (
    <Card title={t('systems.fares')}>
      <Notice tone={tone} title={t(`systems.standing.${code}.title`)}>
        <p>{t(`systems.standing.${code}.text`)}</p>
      </Notice>
      <Facts
        facts={[
          { name: t('systems.waits'), value: `${waiting}${waitingMore ? '+' : ''}` },
          { name: t('systems.failingSince'), value: at(health.failingSince) },
          { name: t('systems.nextAt'), value: at(health.nextAt) },
          { name: t('systems.lastSuccessAt'), value: at(health.lastSuccessAt) },
          { name: t('systems.offAt'), value: at(disabled?.at) },
          { name: t('systems.provedAt'), value: at(proof.provedAt) },
          { name: t('systems.askedAgainAt'), value: at(proof.askedAgainAt) },
        ]}
      />
      <div>
        <LinkButton look="first" to={`/app/systems/endpoints/${id}/deliveries`}>
          {t('systems.log')}
        </LinkButton>
      </div>
    </Card>
  );
}

interface WhatProps {
  readonly endpoint: Shown;
  readonly onGone: () => void;
}

function WhatItIs({ endpoint, onGone }: WhatProps) {
  const { t } = useTranslation();
  const lang = useLanguage();
  const { id, url, description, contact, limits, createdAt } = endpoint;
  const events = endpoint.events.map((one) =>
    one === '*' ? t('systems.all') : eventInWords(one, lang),
  );
  return (
    <Card
      title={t('systems.what')}
      aside={
        <LinkButton look="plain" to={`/app/systems/endpoints/${id}/change`}>
          {t('systems.change')}
        </LinkButton>
      }
    >
      <Facts
        facts={[
          { name: t('systems.url'), value: <Verbatim text={url} /> },
          { name: t('systems.description'), value: description },
          { name: t('systems.which'), value: events.join('\n') },
          { name: t('systems.mail'), value: contact?.mail },
          { name: t('systems.phone'), value: contact?.phone },
          { name: t('systems.perSecond'), value: String(limits.perSecond) },
          { name: t('systems.atOnce'), value: String(limits.atOnce) },
          { name: t('systems.createdAt'), value: momentOf(createdAt, lang) },
        ]}
      />
      <EndpointSwitch endpoint={endpoint} onGone={onGone} />
    </Card>
  );
}
