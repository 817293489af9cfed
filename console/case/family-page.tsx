import { Perpetrators } from './perpetrators.tsx';
import { Shield } from './shield.tsx';
import { Speakers } from './speakers.tsx';
import { useCase } from './use-case.ts';

/** Who speaks for the child, who may have harmed it, and who of the family may be reached. */
export function CaseFamily() {
  const { may } = useCase();
  return (
    <>
      {may('speaker.read') && <Speakers />}
      {may('perpetrator.read') && <Perpetrators />}
      {may('shield.read') && <Shield />}
    </>
  );
}
