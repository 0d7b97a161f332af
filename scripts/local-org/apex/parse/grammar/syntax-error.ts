/**
 * Complaints about the syntax of Apex, as the platform words them: the message catalogue of its language server
 * (github.com/forcedotcom/apex-language-support) and deployments quoted in public threads.
 */
import type { Position } from '../ast';

/** Source that is no Apex. */
export class ApexSyntaxError extends Error {
  readonly line: number;
  readonly column: number;

  constructor(message: string, { line, column }: Position) {
    super(message);
    this.name = 'ApexSyntaxError';
    this.line = line;
    this.column = column;
  }
}

/** A token that starts nothing that could stand in its place. */
export function unexpected(found: string, at: Position): ApexSyntaxError {
  return new ApexSyntaxError(`Unexpected token '${found}'.`, at);
}

/** Another token than the only one that could stand in its place. */
export function expecting(wanted: string, found: string, at: Position): ApexSyntaxError {
  return new ApexSyntaxError(`Expecting '${wanted}' but was: '${found}'`, at);
}

/** A token that must have been left out, as the one found may follow it. */
export function missing(wanted: string, found: string, at: Position): ApexSyntaxError {
  return new ApexSyntaxError(`Missing '${wanted}' at '${found}'`, at);
}

/** A token too many, as the one behind it is the one that could stand in its place. */
export function extra(wanted: string, found: string, at: Position): ApexSyntaxError {
  return new ApexSyntaxError(`Extra '${wanted}', at '${found}'.`, at);
}

/** Something other than a method that is declared `void`. */
export function cannotBeVoid(what: 'Variables' | 'Parameters' | 'Properties', at: Position): ApexSyntaxError {
  return new ApexSyntaxError(`${what} cannot be of type void`, at);
}

/** A string literal that cannot be read. */
export function illegalString(reason: string, at: Position): ApexSyntaxError {
  return new ApexSyntaxError(`Illegal string literal: ${reason}`, at);
}

/** A character that stands for nothing outside of literals and comments. */
export function illegalCharacter(character: string, at: Position): ApexSyntaxError {
  return new ApexSyntaxError(characterMessage(character), at);
}

function characterMessage(character: string): string {
  if (character === '"') return `Unrecognized symbol '"', which is not a valid Apex identifier.`;
  if (character < ' ') {
    const code = character.charCodeAt(0);
    return `Found control character hex 0x${code.toString(16)} (decimal ${code}) that isn't valid in Apex.`;
  }
  if (/^[\p{P}\p{S}]/u.test(character)) {
    return `Found punctuation symbol or operator '${character}' that isn't valid in Apex.`;
  }
  return (
    `Invalid identifier '${character}'. Apex identifiers must start with an ASCII letter (a-z or A-Z) followed by ` +
    "any number of ASCII letters (a-z or A-Z), digits (0 - 9), '_'."
  );
}
