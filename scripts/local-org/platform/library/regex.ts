import { definePlatformType } from '../../declarations/define';
import { NotModeled } from '../../values/not-modeled';
import { required } from '../../declarations/arguments';
import { newList } from '../../declarations/platform-lists';
import { compileRegex, type CompiledRegex, ApexMatcher, splitByRegex } from '../../regex';

/** `System.Pattern`. */
export class ApexPattern {
  readonly regex: CompiledRegex;

  constructor(regex: CompiledRegex) {
    this.regex = regex;
  }
}

function quote(text: string): string {
  return text.includes('\\E') ? `\\Q${text.replaceAll('\\E', '\\E\\\\E\\Q')}\\E` : `\\Q${text}\\E`;
}

definePlatformType({
  namespace: 'System',
  name: 'Pattern',
  kind: 'class',
  javaScriptClass: ApexPattern,
  documentation: 'Pattern Class, Apex Reference Guide',
  members: {
    'static Pattern compile(String regExp)': (regex: string | null) =>
      new ApexPattern(compileRegex(required(regex, 1))),
    'static Boolean matches(String regExp, String stringToMatch)': (regex: string | null, text: string | null) =>
      new ApexMatcher(compileRegex(required(regex, 1)), required(text, 2)).matches(),
    'static String quote(String yourString)': (text: string | null) => quote(required(text, 1)),
    'Matcher matcher(String stringToMatch)': (self: ApexPattern, text: string | null) =>
      new ApexMatcher(self.regex, required(text, 1)),
    'String pattern()': (self: ApexPattern) => self.regex.pattern,
    'List<String> split(String regExp)': (self: ApexPattern, text: string | null) =>
      newList('String', splitByRegex(required(text, 1), self.regex.pattern, 0)),
    'List<String> split(String regExp, Integer limit)': (self: ApexPattern, text: string | null, limit: number) =>
      newList('String', splitByRegex(required(text, 1), self.regex.pattern, required(limit, 2)))
  }
});

function unsupported(method: string): () => never {
  return () => {
    throw new NotModeled(`Matcher.${method}`);
  };
}

definePlatformType({
  namespace: 'System',
  name: 'Matcher',
  kind: 'class',
  javaScriptClass: ApexMatcher,
  documentation: 'Matcher Class, Apex Reference Guide',
  members: {
    'Integer end()': (self: ApexMatcher) => self.end(0),
    'Integer end(Integer groupIndex)': (self: ApexMatcher, group: number | null) => self.end(required(group, 1)),
    'Boolean find()': (self: ApexMatcher) => self.find(),
    'Boolean find(Integer group)': (self: ApexMatcher, index: number | null) => self.findFrom(required(index, 1)),
    'String group()': (self: ApexMatcher) => self.group(0),
    'String group(Integer groupIndex)': (self: ApexMatcher, group: number | null) => self.group(required(group, 1)),
    'Integer groupCount()': (self: ApexMatcher) => self.groupCount(),
    'Boolean hasAnchoringBounds()': () => true,
    'Boolean hasTransparentBounds()': () => false,
    'Boolean hitEnd()': unsupported('hitEnd'),
    'Boolean requireEnd()': unsupported('requireEnd'),
    'Boolean lookingAt()': (self: ApexMatcher) => self.lookingAt(),
    'Boolean matches()': (self: ApexMatcher) => self.matches(),
    'Pattern pattern()': (self: ApexMatcher) => new ApexPattern(self.regex),
    'static String quoteReplacement(String inputString)': (text: string | null) =>
      required(text, 1).replaceAll(/[\\$]/g, '\\$&'),
    'Matcher region(Integer start, Integer end)': (self: ApexMatcher, start: number | null, end: number | null) =>
      self.region(required(start, 1), required(end, 2)),
    'Integer regionEnd()': (self: ApexMatcher) => self.regionEnd(),
    'Integer regionStart()': (self: ApexMatcher) => self.regionStart(),
    'String replaceAll(String replacementString)': (self: ApexMatcher, replacement: string | null) =>
      self.replace(required(replacement, 1), true),
    'String replaceFirst(String replacementString)': (self: ApexMatcher, replacement: string | null) =>
      self.replace(required(replacement, 1), false),
    'Matcher reset()': (self: ApexMatcher) => self.reset(),
    'Matcher reset(String inputSequence)': (self: ApexMatcher, text: string | null) =>
      self.resetWith(required(text, 1)),
    'Integer start()': (self: ApexMatcher) => self.start(0),
    'Integer start(Integer groupIndex)': (self: ApexMatcher, group: number | null) => self.start(required(group, 1)),
    'Matcher useAnchoringBounds(Boolean useAnchoringBounds)': unsupported('useAnchoringBounds'),
    'Matcher usePattern(Pattern pattern)': (self: ApexMatcher, pattern: ApexPattern | null) =>
      self.usePattern(required(pattern, 1).regex.pattern),
    'Matcher useTransparentBounds(Boolean useTransparentBounds)': unsupported('useTransparentBounds')
  }
});
