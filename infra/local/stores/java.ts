import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** DynamoDB Local's own floor is 17. */
const OLDEST = 17;

const INSTALL =
  'Debian/Ubuntu: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17; ' +
  'Windows: winget install EclipseAdoptium.Temurin.17.JRE';

/**
 * The path of a Java that runs DynamoDB Local: that of `JAVA_HOME`, else the one on the `PATH`.
 * Its error is one line that says what to install.
 */
export async function findJava(environment: NodeJS.ProcessEnv): Promise<string> {
  const home = environment.JAVA_HOME;
  const candidates = [...(home ? [join(home, 'bin', 'java')] : []), 'java'];
  const versions = await Promise.all(candidates.map((java) => versionOf(java, environment)));
  const good = candidates.find((_, place) => (versions[place] ?? 0) >= OLDEST);
  if (good) return good;
  const newest = Math.max(...versions.map((version) => version ?? 0));
  const found = newest > 0 ? `Java ${newest} is too old` : 'Java was not found';
  throw new Error(`${found}: the local hub needs Java ${OLDEST} or newer. ${INSTALL}`);
}

/** The major version, or nothing where there is no Java. Java prints it on standard error. */
async function versionOf(
  java: string,
  environment: NodeJS.ProcessEnv,
): Promise<number | undefined> {
  try {
    const { stderr } = await promisify(execFile)(java, ['-version'], { env: environment });
    return majorOf(stderr);
  } catch {
    return undefined;
  }
}

/** Up to Java 8 versions begin with `1.`: `1.8.0_402` is Java 8. */
export function majorOf(banner: string): number | undefined {
  const major = /version "(?:1\.)?(\d+)/.exec(banner)?.[1];
  return major === undefined ? undefined : Number(major);
}
