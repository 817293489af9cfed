import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type Answer, json, ServiceError } from './answers.ts';

const GetParameter = z.object({ Name: z.string(), WithDecryption: z.boolean().default(false) });
const ParameterFile = z.record(z.string(), z.string());

/**
 * Answers SSM GetParameter from `parameters.json` in the data folder, else from `defaults`. The
 * file is read anew for each call, so that a value can be changed under a running hub.
 */
export function localParameters(
  dataDir: string,
  defaults: Readonly<Record<string, string>>,
  arnOf: (name: string) => string,
) {
  const file = join(dataDir, 'parameters.json');
  const own = () =>
    existsSync(file) ? ParameterFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
  return (operation: string, input: unknown): Answer => {
    const request = GetParameter.safeParse(input);
    if (operation !== 'GetParameter' || !request.success)
      throw new ServiceError('ValidationException', `No local ${operation} of this form`);
    const { Name, WithDecryption } = request.data;
    const value = own()[Name] ?? defaults[Name];
    if (value === undefined) throw new ServiceError('ParameterNotFound', `No parameter ${Name}`);
    const Type = WithDecryption ? 'SecureString' : 'String';
    const ARN = arnOf(Name);
    return json({ Parameter: { Name, Type, Value: value, Version: 1, ARN, DataType: 'text' } });
  };
}
