import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { VALIDATION_REPORT_FILE } from 'aws-cdk-lib/cx-api';
import { hubApp } from './hub-app.ts';

/** One resource as CloudFormation reads it: properties hold literals and intrinsic functions. */
export interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
  readonly DependsOn?: string | readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Condition?: string;
}

export interface Template {
  readonly Description?: string;
  readonly Resources: Readonly<Record<string, TemplateResource>>;
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>;
}

export interface SynthesizeOptions {
  /** Where the cloud assembly goes; a new temporary folder if left out. */
  readonly outdir?: string;
  /** Runs the rule packs too (some seconds); an error among the findings then throws. */
  readonly nag?: boolean;
  /** Bundles the functions (default). Without it the template is whole but the code is empty. */
  readonly bundle?: boolean;
  /** CDK context, as `-c key=value` gives it: docs/deploy.md lists the keys. */
  readonly context?: Readonly<Record<string, string>>;
}

export interface Synthesized {
  readonly template: Template;
  readonly templateFile: string;
  readonly assemblyDir: string;
  readonly stackName: string;
  readonly region: string;
  /** Logical id of each AWS::Lambda::Function → absolute folder that holds its `handler.mjs`. */
  readonly code: Readonly<Record<string, string>>;
  /** What the rule packs found and nobody acknowledged, warnings included; empty without `nag`. */
  readonly findings: readonly string[];
}

/** Synthesizes the hub's stack in this process, as `cdk synth` does. */
export function synthesize(options: SynthesizeOptions = {}): Synthesized {
  const outdir = options.outdir ?? mkdtempSync(join(tmpdir(), 'ertad-assembly-'));
  const { app, stack } = hubApp({
    outdir,
    nag: options.nag ?? false,
    bundle: options.bundle ?? true,
    context: options.context ?? {},
  });
  const artifact = app.synth().getStackArtifact(stack.artifactId);
  const template = JSON.parse(readFileSync(artifact.templateFullPath, 'utf8')) as Template;
  return {
    template,
    templateFile: artifact.templateFullPath,
    assemblyDir: resolve(outdir),
    stackName: stack.stackName,
    region: stack.region,
    code: codeFolders(template, resolve(outdir)),
    findings: options.nag ? findings(resolve(outdir)) : [],
  };
}

function codeFolders(template: Template, assemblyDir: string): Record<string, string> {
  const folders: Record<string, string> = {};
  for (const [logicalId, { Type, Metadata }] of Object.entries(template.Resources)) {
    const path = Metadata?.['aws:asset:path'];
    if (Type === 'AWS::Lambda::Function' && typeof path === 'string')
      folders[logicalId] = resolve(assemblyDir, path);
  }
  return folders;
}

interface ValidationReport {
  readonly pluginReports: readonly {
    readonly pluginName: string;
    readonly violations: readonly {
      readonly ruleName: string;
      readonly violatingConstructs: readonly { readonly constructPath?: string }[];
    }[];
  }[];
}

function findings(assemblyDir: string): string[] {
  const file = join(assemblyDir, VALIDATION_REPORT_FILE);
  const report = JSON.parse(readFileSync(file, 'utf8')) as ValidationReport;
  return report.pluginReports.flatMap(({ pluginName, violations }) =>
    violations.flatMap(({ ruleName, violatingConstructs }) =>
      violatingConstructs.map((at) => `${pluginName} ${ruleName} ${at.constructPath ?? ''}`),
    ),
  );
}
