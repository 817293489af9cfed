import { synthesizeAside } from '../../infra/local/synthesis.ts';
import type { Synthesized } from '../../infra/synthesize.ts';
import { preparedStack } from './stack.ts';

const SYNTHESIS = new URL('../../infra/synthesize.ts', import.meta.url);
/** Seconds after which a message whose worker has died is given to another one. */
const COMES_BACK_AFTER = 3;

/**
 * The hub's own stack but for one number: a message of a worker that died comes back after seconds,
 * where it takes two minutes deployed, so that a test need not wait for it.
 */
export async function impatientStack(outdir: string): Promise<Synthesized> {
  const synthesized = preparedStack() ?? (await synthesizeAside(SYNTHESIS, outdir));
  const resources = Object.entries(synthesized.template.Resources).map(([id, resource]) =>
    resource.Type === 'AWS::SQS::Queue'
      ? [
          id,
          {
            ...resource,
            Properties: { ...resource.Properties, VisibilityTimeout: COMES_BACK_AFTER },
          },
        ]
      : [id, resource],
  );
  const template = { ...synthesized.template, Resources: Object.fromEntries(resources) };
  return { ...synthesized, template };
}
