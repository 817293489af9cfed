import { useTranslation } from 'react-i18next';
import { OneOf } from '../design/components/choice.tsx';
import { Field } from '../design/components/field.tsx';
import type { EndpointDraft } from './draft.ts';
import { EventChoice } from './event-choice.tsx';

interface FieldsProps {
  readonly draft: EndpointDraft;
  readonly change: (part: Partial<EndpointDraft>) => void;
  /** What this page says against a field, once it was tried. */
  readonly lacks: ReadonlySet<keyof EndpointDraft>;
  /** What the hub says against a field. */
  readonly wrong: (pointer: string) => string | undefined;
}

/** What the owner of an endpoint decides about it. */
export function EndpointFields({ draft, change, lacks, wrong }: FieldsProps) {
  const { t } = useTranslation();
  const set = (field: keyof EndpointDraft) => (value: string) => change({ [field]: value });
  return (
    <>
      <Field
        required
        type="url"
        label={t('systems.url')}
        hint={t('systems.urlHint')}
        error={lacks.has('url') ? t('systems.urlMissing') : wrong('/url')}
        value={draft.url}
        onChange={set('url')}
        maxLength={500}
        at="/url"
      />
      <Field
        label={t('systems.description')}
        hint={t('systems.descriptionHint')}
        error={wrong('/description')}
        value={draft.description}
        onChange={set('description')}
        maxLength={200}
      />
      <OneOf
        label={t('systems.which')}
        options={[
          { value: 'all', label: t('systems.all') },
          { value: 'some', label: t('systems.some') },
        ]}
        error={lacks.has('events') ? t('systems.someMissing') : wrong('/events')}
        value={draft.which}
        onChange={(which) => change({ which })}
        at="/events"
      />
      {draft.which === 'some' && (
        <EventChoice chosen={draft.events} onChange={(events) => change({ events })} />
      )}
      <ContactFields {...{ draft, change, lacks, wrong }} />
      <Field
        short
        type="number"
        label={t('systems.perSecond')}
        hint={t('systems.limitsHint')}
        error={lacks.has('perSecond') ? t('systems.between', { most: 50 }) : undefined}
        value={draft.perSecond}
        onChange={set('perSecond')}
      />
      <Field
        short
        type="number"
        label={t('systems.atOnce')}
        error={lacks.has('atOnce') ? t('systems.between', { most: 20 }) : undefined}
        value={draft.atOnce}
        onChange={set('atOnce')}
      />
    </>
  );
}

/** Whom to tell when the address does not answer. */
function ContactFields({ draft, change, wrong }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Field
        type="email"
        label={t('systems.mail')}
        hint={t('systems.contactHint')}
        error={wrong('/contact/mail') ?? wrong('/contact')}
        value={draft.mail}
        onChange={(mail) => change({ mail })}
        maxLength={254}
        at="/contact/mail"
      />
      <Field
        short
        type="tel"
        label={t('systems.phone')}
        error={wrong('/contact/phone')}
        value={draft.phone}
        onChange={(phone) => change({ phone })}
        maxLength={20}
        at="/contact/phone"
      />
    </>
  );
}
