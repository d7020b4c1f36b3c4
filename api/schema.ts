import './graphql/scalars.ts';
import './graphql/organization.ts';
import './graphql/platform.ts';
import './disclosures/registry.ts';
import './changes/schema.ts';
import { builder } from './graphql/builder.ts';

/** The public contract: read-only, there is no mutation type at all. `schema.graphql` beside this file is its printed form. */
export const schema = builder.toSchema();
