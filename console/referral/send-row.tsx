import { useTranslation } from 'react-i18next';
import { Button } from '../design/components/button.tsx';

interface SendRowProps {
  /** On its way: it can neither be sent again nor changed before the hub has answered. */
  readonly isOpen: boolean;
  readonly onSend: () => void;
  readonly onChange: () => void;
}

export function SendRow({ isOpen, onSend, onChange }: SendRowProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button look="first" pending={isOpen} onPress={onSend}>
        {isOpen ? t('review.sending') : t('review.send')}
      </Button>
      {!isOpen && <Button onPress={onChange}>{t('review.change')}</Button>}
    </>
  );
}
