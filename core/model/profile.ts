/** Guidance profiles: the documents disagree on when to use async, so a project chooses (guideline C1). */
export const PROFILES = ['sync-default', 'hybrid', 'async-first'] as const;
export type Profile = (typeof PROFILES)[number];
