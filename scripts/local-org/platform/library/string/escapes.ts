/** Members of String that escape and unescape, as `StringEscapeUtils` of Apache Commons Lang does. */
import { required } from '../../../declarations/arguments';
import { HTML_3_ENTITIES, HTML_4_ENTITIES } from './html-entities';

/** @see "String Class", Apex Reference Guide */
export const escapeMembers = {
  'String escapeCsv()': (self: string) => (/[",\r\n]/.test(self) ? `"${self.replaceAll('"', '""')}"` : self),
  'String unescapeCsv()': unescapeCsv,
  'String escapeEcmaScript()': (self: string) => escapeJava(self).replaceAll(/['/]/g, '\\$&'),
  'String unescapeEcmaScript()': unescapeJava,
  'String escapeJava()': escapeJava,
  'String unescapeJava()': unescapeJava,
  'String escapeUnicode()': escapeUnicode,
  'String unescapeUnicode()': (self: string) =>
    self.replaceAll(/\\u+([0-9A-Fa-f]{4})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
  'String escapeXml()': (self: string) => self.replaceAll(/[&<>"']/g, (character) => XML_ENTITIES[character]),
  'String unescapeXml()': (self: string) => unescapeEntities(self, XML_CHARACTERS),
  'String escapeHtml3()': (self: string) => escapeEntities(self, HTML_3_ENTITIES),
  'String escapeHtml4()': (self: string) => escapeEntities(self, HTML_4_ENTITIES),
  'String unescapeHtml3()': (self: string) => unescapeEntities(self, HTML_3_CHARACTERS),
  'String unescapeHtml4()': (self: string) => unescapeEntities(self, HTML_4_CHARACTERS),
  'String stripHtmlTags()': stripHtmlTags,
  'static String escapeSingleQuotes(String stringToEscape)': (text: string | null) =>
    required(text, 1).replaceAll("'", "\\'")
};

const XML_ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;'
};
const XML_CHARACTERS = new Map(Object.entries(XML_ENTITIES).map(([character, entity]) => [entity, character]));
const HTML_3_CHARACTERS = inverse(HTML_3_ENTITIES);
const HTML_4_CHARACTERS = inverse(HTML_4_ENTITIES);

const JAVA_ESCAPES: Record<string, string> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\'
};

function inverse(entities: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...entities].map(([character, entity]) => [entity, character]));
}

function escapeJava(self: string): string {
  return self.replaceAll(/[\b\n\t\f\r"\\]|[^ -~]/g, (character) => JAVA_ESCAPES[character] ?? unicodeEscape(character));
}

function escapeUnicode(self: string): string {
  return self.replaceAll(/[^\0-\x7f]/g, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

const UNESCAPES: Record<string, string> = { b: '\b', n: '\n', t: '\t', f: '\f', r: '\r' };

function unescapeJava(self: string): string {
  return self.replaceAll(/\\(?:u+([0-9A-Fa-f]{4})|([0-3]?[0-7]{1,2})|([^]))/g, (_, hex, octal, other: string) => {
    if (hex) return String.fromCharCode(parseInt(hex, 16));
    if (octal) return String.fromCharCode(parseInt(octal, 8));
    return UNESCAPES[other] ?? other;
  });
}

function unescapeCsv(self: string): string {
  const quoted = self.length >= 2 && self.startsWith('"') && self.endsWith('"');
  if (!quoted || !/[",\r\n]/.test(self.slice(1, -1))) return self;
  return self.slice(1, -1).replaceAll('""', '"');
}

function escapeEntities(self: string, entities: ReadonlyMap<string, string>): string {
  return self.replaceAll(/["&<>]|[^\0-\x7f]/g, (character) => entities.get(character) ?? character);
}

function unescapeEntities(self: string, characters: ReadonlyMap<string, string>): string {
  return self.replaceAll(/&(?:#[xX]([0-9A-Fa-f]+);?|#(\d+);?|\w+;)/g, (entity, hex?: string, decimal?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    if (!hex && !decimal) return characters.get(entity) ?? entity;
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

function stripHtmlTags(self: string): string {
  return self.replaceAll(/<!--[^]*?-->|<[^>]*>/g, '');
}
