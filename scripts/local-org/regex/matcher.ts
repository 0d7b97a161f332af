import { StringException } from '../values/exceptions';
import { compileRegex, nextPosition, type CompiledRegex } from './compiled';
import { groupOf, replaceMatches } from './replace';

/**
 * `System.Matcher`: a text being matched.
 * @see "Matcher Class", Apex Reference Guide; java.util.regex.Matcher
 */
export class ApexMatcher {
  regex: CompiledRegex;
  private text: string;
  private match: RegExpExecArray | null = null;
  private position = 0;
  private regionFrom = 0;
  private regionTo: number;
  /** The last attempt, to be repeated when positions of groups are asked for. */
  private last: { expression: RegExp; from: number };

  constructor(regex: CompiledRegex, text: string) {
    this.regex = regex;
    this.text = text;
    this.regionTo = text.length;
    this.last = { expression: regex.finder, from: 0 };
  }

  matches(): boolean {
    return this.settle(this.execute(this.regex.whole, this.regionFrom));
  }

  lookingAt(): boolean {
    return this.settle(this.execute(this.regex.sticky, this.regionFrom));
  }

  find(): boolean {
    return this.position > this.regionTo
      ? this.settle(null)
      : this.settle(this.execute(this.regex.finder, Math.max(this.position, this.regionFrom)));
  }

  /** `find(group)`: resets, then finds from an index on. */
  findFrom(index: number): boolean {
    if (index < 0 || index > this.text.length) throw new StringException('Illegal start index');
    this.reset();
    this.position = index;
    return this.find();
  }

  group(group: number): string | null {
    return groupOf(this.regex, this.current(), this.known(group));
  }

  groupCount(): number {
    return this.regex.groups.length - 1;
  }

  start(group: number): number {
    return this.bounds(group)?.[0] ?? -1;
  }

  end(group: number): number {
    return this.bounds(group)?.[1] ?? -1;
  }

  reset(): this {
    return this.region(0, this.text.length);
  }

  resetWith(text: string): this {
    this.text = text;
    return this.reset();
  }

  region(start: number, end: number): this {
    if (start < 0 || end > this.text.length || start > end) throw new StringException('start or end out of bounds');
    this.regionFrom = start;
    this.regionTo = end;
    this.position = start;
    this.match = null;
    return this;
  }

  regionStart(): number {
    return this.regionFrom;
  }

  regionEnd(): number {
    return this.regionTo;
  }

  replace(replacement: string, all: boolean): string {
    this.reset();
    return replaceMatches(this.regex, this.text, replacement, all);
  }

  usePattern(pattern: string): this {
    this.regex = compileRegex(pattern);
    this.match = null;
    return this;
  }

  private settle(match: RegExpExecArray | null): boolean {
    this.match = match;
    if (match === null) return false;
    const end = match.index + match[0].length;
    this.position = match[0] === '' ? nextPosition(this.text, end) : end;
    return true;
  }

  /** Runs on the region alone: its bounds are the ends of the text, as with Java's anchoring bounds. */
  private execute(expression: RegExp, from: number): RegExpExecArray | null {
    const isWhole = this.regionFrom === 0 && this.regionTo === this.text.length;
    this.last = { expression, from: from - this.regionFrom };
    expression.lastIndex = this.last.from;
    const match = expression.exec(isWhole ? this.text : this.text.slice(this.regionFrom, this.regionTo));
    if (match && !isWhole) match.index += this.regionFrom;
    return match;
  }

  private current(): RegExpExecArray {
    if (this.match === null) throw new StringException('No match found');
    return this.match;
  }

  private known(group: number): number {
    if (group < 0 || group >= this.regex.groups.length) throw new StringException(`No group ${group}`);
    return group;
  }

  /** Positions of groups are found by matching once more, since recording them always would slow every match. */
  private bounds(group: number): [number, number] | null {
    const match = this.current();
    if (this.known(group) === 0) return [match.index, match.index + match[0].length];
    if (this.group(group) === null) return null;
    const range = this.matchAgain()?.indices?.[this.regex.groups[group]];
    return range ? [range[0] + this.regionFrom, range[1] + this.regionFrom] : null;
  }

  private matchAgain(): RegExpExecArray | null {
    const { expression, from } = this.last;
    const recording = new RegExp(expression.source, `${expression.flags}d`);
    recording.lastIndex = from;
    return recording.exec(this.text.slice(this.regionFrom, this.regionTo));
  }
}
