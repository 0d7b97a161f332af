/**
 * Java regular expressions, written again for JavaScript's engine (flag `v`). Both engines backtrack in the same order,
 * so a translated expression finds the same matches; what cannot be said exactly is refused by name.
 * @see java.util.regex.Pattern
 */
import { NotModeled } from '../values/not-modeled';
import { anchor } from './anchors';
import { characterClass, predefinedClass, propertyClass, DOT, DOT_UNIX } from './classes';
import { literal } from './literals';
import { PatternReader } from './reader';

/** The flags of `Pattern.compile`. */
export interface JavaFlags {
  caseInsensitive: boolean;
  multiline: boolean;
  dotAll: boolean;
  comments: boolean;
  unixLines: boolean;
  unicodeCase: boolean;
}

/** A translated expression. */
export interface Translation {
  readonly source: string;
  /** JavaScript's number of each Java group, group 0 first. */
  readonly groups: readonly number[];
  readonly names: ReadonlyMap<string, number>;
  /** Java groups whose content may differ: in a repetition Java keeps an earlier match and admits an empty one. */
  readonly uncertain: ReadonlySet<number>;
}

/** A piece of the translation, and whether it can match the empty text. */
interface Piece {
  readonly source: string;
  readonly nullable: boolean;
}

const NEEDS_GROUP = /^(?:\(\?(?:[=!]|<[=!])|\\[bB])/;

/**
 * Translates a Java expression.
 * @throws PatternSyntaxError when Java would refuse it
 * @throws NotModeled naming a construct that has no exact counterpart
 */
export function translate(pattern: string, flags: JavaFlags): Translation {
  return new Translator(pattern, flags).run();
}

class Translator {
  private readonly reader: PatternReader;
  private flags: JavaFlags;
  private readonly groups: number[] = [0];
  private readonly names = new Map<string, number>();
  /** Groups that need not take part when what encloses them matches. */
  private readonly conditional = new Set<number>();
  private readonly uncertain = new Set<number>();
  private javaScriptGroups = 0;

  constructor(pattern: string, flags: JavaFlags) {
    this.flags = flags;
    this.reader = new PatternReader(pattern, () => this.flags.comments);
  }

  run(): Translation {
    const { source } = this.alternatives();
    if (!this.reader.atEnd()) throw this.reader.error("Unmatched closing ')'");
    return { source, groups: this.groups, names: this.names, uncertain: this.uncertain };
  }

  private alternatives(): Piece {
    const firstGroup = this.groups.length;
    const parts = [this.sequence()];
    while (this.reader.take('|')) parts.push(this.sequence());
    if (parts.length > 1) this.groupsFrom(firstGroup).forEach((group) => this.conditional.add(group));
    return { source: parts.map((part) => part.source).join('|'), nullable: parts.some((part) => part.nullable) };
  }

  private sequence(): Piece {
    let source = '';
    let nullable = true;
    for (let next = this.reader.peek(); next !== '' && next !== '|' && next !== ')'; next = this.reader.peek()) {
      const piece = this.quantified();
      source += piece.source;
      nullable &&= piece.nullable;
    }
    return { source, nullable };
  }

  private quantified(): Piece {
    const firstGroup = this.groups.length;
    const groupsBefore = this.javaScriptGroups;
    const atom = this.atom();
    const quantifier = this.reader.quantifier();
    if (quantifier === null) return atom;
    for (const group of this.groupsFrom(firstGroup)) {
      if (quantifier.repeats && (atom.nullable || this.conditional.has(group))) this.uncertain.add(group);
      if (quantifier.optional) this.conditional.add(group);
    }
    const unit = NEEDS_GROUP.test(atom.source) ? `(?:${atom.source})` : atom.source;
    const source = unit + quantifier.text;
    const nullable = quantifier.optional || atom.nullable;
    return { source: quantifier.possessive ? this.atomic(source, groupsBefore) : source, nullable };
  }

  private atom(): Piece {
    const character = this.reader.next();
    switch (character) {
      case '(':
        return this.group();
      case '[':
        return solid(characterClass(this.reader, this.flags));
      case '.':
        return solid(this.dot());
      case '^':
      case '$':
        return { source: anchor(character, this.flags), nullable: true };
      case '\\':
        return this.escape();
      case '*':
      case '+':
      case '?':
        throw this.reader.error(`Dangling meta character '${character}'`, 1);
      default:
        return solid(literal(character, this.flags));
    }
  }

  private dot(): string {
    // V8 does not repeat `[^]` rightly under the flag `v`: /a[^]+$/v finds nothing in "abc".
    if (this.flags.dotAll) return '[\\s\\S]';
    return this.flags.unixLines ? DOT_UNIX : DOT;
  }

  private escape(): Piece {
    const character = this.reader.next();
    if (character === '') throw this.reader.error('Unexpected internal error');
    if (/[1-9]/.test(character)) return this.backReference(character);
    if (character === 'Q') return this.quotation();
    if (character === 'k') return this.namedReference();
    if (/[AzZbBG]/.test(character)) return { source: anchor(`\\${character}`, this.flags), nullable: true };
    if (character === 'R') return solid('(?:\\r\\n|[\\n\\v\\f\\r\\u0085\\u2028\\u2029])');
    if (character === 'X' || character === 'N') throw new NotModeled(`regular expression construct \\${character}`);
    if (character === 'p' || character === 'P') {
      return solid(propertyClass(this.reader, character === 'P', this.flags));
    }
    return solid(predefinedClass(character) ?? literal(this.reader.escapedCharacter(character), this.flags));
  }

  private quotation(): Piece {
    const text = [...this.reader.quoted()];
    const source = text.map((character) => literal(character, this.flags)).join('');
    return { source: text.length === 1 ? source : `(?:${source})`, nullable: text.length === 0 };
  }

  private backReference(first: string): Piece {
    let digits = first;
    while (/\d/.test(this.reader.peek()) && Number(digits + this.reader.peek()) < this.groups.length) {
      digits += this.reader.next();
    }
    return this.reference(Number(digits));
  }

  private namedReference(): Piece {
    const name = this.reader.groupName('<');
    const group = this.names.get(name);
    if (group === undefined) throw this.reader.error(`named capturing group <${name}> does not exist`);
    return this.reference(group);
  }

  /** Java fails where a group has not matched and JavaScript goes on, so such groups are refused. */
  private reference(group: number): Piece {
    if (this.flags.caseInsensitive) throw new NotModeled('a back reference in a case-insensitive regular expression');
    if (this.conditional.has(group)) throw new NotModeled('a back reference to a group that may not have matched');
    const number = this.groups[group];
    return number === undefined ? solid('(?!)') : { source: `(?:\\${number})`, nullable: true };
  }

  private group(): Piece {
    if (!this.reader.take('?')) return this.capturing(null);
    for (const open of ['<=', '<!', '=', '!']) {
      if (this.reader.takeText(open)) return { source: this.enclosed(`(?${open}`).source, nullable: true };
    }
    if (this.reader.take('<')) return this.capturing(this.reader.groupName(''));
    if (this.reader.take('>')) return this.atomicGroup();
    return this.flagGroup();
  }

  private capturing(name: string | null): Piece {
    this.javaScriptGroups += 1;
    if (name !== null) this.names.set(name, this.groups.length);
    this.groups.push(this.javaScriptGroups);
    return this.enclosed('(');
  }

  private atomicGroup(): Piece {
    const groupsBefore = this.javaScriptGroups;
    const { source, nullable } = this.enclosed('(?:');
    return { source: this.atomic(source, groupsBefore), nullable };
  }

  /** `(?:…)`, `(?i:…)` and `(?i)`, which lasts to the end of the group around it. */
  private flagGroup(): Piece {
    const flags = this.flags;
    this.flags = this.reader.flags(flags);
    if (this.reader.take(')')) return { source: '', nullable: true };
    this.reader.expect(':');
    const piece = this.enclosed('(?:');
    this.flags = flags;
    return piece;
  }

  private enclosed(open: string): Piece {
    const flags = this.flags;
    const { source, nullable } = this.alternatives();
    if (!this.reader.take(')')) throw this.reader.error('Unclosed group');
    this.flags = flags;
    return { source: `${open}${source})`, nullable };
  }

  /**
   * A group that is never entered again: a look-ahead keeps its first match, which is then taken as it stands. Its own
   * number comes before those of the groups inside, which move up by one.
   */
  private atomic(source: string, groupsBefore: number): string {
    this.javaScriptGroups += 1;
    const number = groupsBefore + 1;
    for (let i = 1; i < this.groups.length; i += 1) if (this.groups[i] >= number) this.groups[i] += 1;
    const shifted = source.replaceAll(/\\([1-9]\d*)/g, (reference, digits: string) =>
      Number(digits) >= number ? `\\${Number(digits) + 1}` : reference
    );
    return `(?:(?=(${shifted}))\\${number})`;
  }

  private groupsFrom(first: number): number[] {
    return Array.from({ length: this.groups.length - first }, (_, index) => first + index);
  }
}

function solid(source: string): Piece {
  return { source, nullable: false };
}
