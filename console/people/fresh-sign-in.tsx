import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../shared/contract/client.ts';
import { Button } from '../design/components/button.tsx';
import { session } from '../session/session.ts';

/** Rights are given by somebody who signed in not long ago: here, without leaving what is written. */
export function FreshSignIn({ error }: { readonly error: Error | null }) {
  const { t } = useTranslation();
  if (!(error instanceof ProblemError) || error.code !== 'sign-in-again') return null;
  return (
    <div className="stack">
      <p>{t('signIn.fresh')}</p>
      <div>
        <Button onPress={() => void session.signInAgain()}>{t('signIn.again')}</Button>
      </div>
    </div>
  );
}
