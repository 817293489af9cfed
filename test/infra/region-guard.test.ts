import { App, Stack } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { ALLOWED_REGIONS, guardRegions } from '../../infra/region-guard.ts';
import { synthesize } from '../../infra/synthesize.ts';

describe('region guard', () => {
  it('lets the hub be aimed at Frankfurt, and at nothing else', () => {
    expect(ALLOWED_REGIONS).toEqual(['eu-central-1']);
    expect(synthesize({ bundle: false }).region).toBe('eu-central-1');
  });

  it.each(['eu-west-1', 'us-east-1', 'eu-central-2'])('refuses %s and says why', (region) => {
    expect(() => synthesize({ bundle: false, context: { region } })).toThrow(
      `Ertad is aimed at the region ${region}; children's data may be kept in eu-central-1 only`,
    );
  });

  it('refuses a stack added beside the hub whose region is left open', () => {
    const app = new App();
    guardRegions(app);
    new Stack(app, 'Reports');
    expect(() => app.synth()).toThrow('Reports is aimed at no fixed region');
  });
});
