/** The shape lives with the domain that reads it; this is its name for everybody else. */
export type { CentreChoice, Edition, Overrides } from '../domain/policy/edition.ts';
