import pack from '../shared/policy/ge/centres.json' with { type: 'json' };

const KNOWN = pack.centres.map(({ agency }) => agency);

/** Child centres that count as open although the pack has them planned: ids, comma between. */
export function openCentresOf(list: string): readonly string[] {
  const asked = list
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  const unknown = asked.filter((id) => !KNOWN.includes(id));
  if (unknown.length > 0)
    throw new Error(
      `${unknown.join(', ')} is no child centre of the policy pack; it has ${KNOWN.join(', ')}.`,
    );
  return asked;
}
