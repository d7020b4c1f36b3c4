import './queries.ts';
import './staging.ts';
import './steps.ts';
import './tokens.ts';
import { builder } from './builder.ts';

/** The schema of the publishing door (发布端). */
export const deskSchema = builder.toSchema();
