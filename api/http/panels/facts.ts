import { execute, parse } from 'graphql';
import type { Context } from '../../graphql/context.ts';
import { type PlatformFacts, platformFields } from '../pages/layout.ts';
import type { Platform } from '../platform.ts';

const document = parse(`{ ${platformFields} }`);

/** What a page says of the platform it is on. */
export async function factsOf({ schema }: Platform, contextValue: Context): Promise<PlatformFacts> {
  const { data, errors } = await execute({ schema, document, contextValue });
  if (errors?.[0]) throw errors[0];
  return (data as { platform: PlatformFacts }).platform;
}
