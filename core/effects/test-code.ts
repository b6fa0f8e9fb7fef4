/** Which modules are tests, where one thing after the other is what is wanted, and nobody else waits for the loop. */
import type { Module } from '../program/modules.ts';

const TEST = /(^|\.)(tests?|conftest)(\.|$)|(^|\.)test_|_test$/;

export function isTest({ name }: Module): boolean {
  return TEST.test(name);
}
