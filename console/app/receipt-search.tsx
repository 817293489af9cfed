import { useNavigate } from 'react-router';
import { ReceiptForm } from './receipt-form.tsx';

/** From a receipt number to its referral. */
export function ReceiptSearch() {
  const go = useNavigate();
  return (
    <search>
      <ReceiptForm onNumber={(id) => id && void go(`/app/referrals/${id}`)} />
    </search>
  );
}
