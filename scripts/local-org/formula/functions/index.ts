import { DATES } from './dates';
import type { FormulaFunction } from './function';
import { LOGIC } from './logic';
import { MATH } from './math';
import { TEXT } from './text';

/** Every function that the local org models, by its name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map(
  Object.entries({ ...LOGIC, ...MATH, ...TEXT, ...DATES })
);
