import { definePlatformType } from '../../../declarations/define';
import { ApexBlob } from '../../../values/blob';
import type { Decimal } from '../../../values/decimal';
import type { ApexDouble } from '../../../values/double';
import { JSONException } from '../../../values/exceptions';
import { platformEnumValue } from '../../../declarations/platform-enum';
import { runtimeType } from '../../../values/runtime-type';
import { required } from '../../../declarations/arguments';
import type { ApexType } from '../system/type';
import { JsonReader } from './reader';
import { tokensOf, type JsonTokenValue, type TokenName } from './tokens';
import { readTyped } from './typed';

/**
 * `System.JSONParser`: JSON text token by token.
 * @see "JSONParser Class", Apex Reference Guide
 */
export class ApexJsonParser {
  private readonly text: string;
  private tokens: Generator<JsonTokenValue, void, void>;
  private reader: JsonReader;
  private current: JsonTokenValue | null = null;
  private lastCleared: JsonTokenValue | null = null;

  constructor(text: string) {
    this.text = text;
    this.reader = new JsonReader(text);
    this.tokens = tokensOf(this.reader);
  }

  nextToken(): unknown {
    this.advance();
    return this.currentToken();
  }

  /** The next token that is a value or opens or closes something. */
  nextValue(): unknown {
    do this.advance();
    while (this.current?.token === 'FIELD_NAME');
    return this.currentToken();
  }

  currentToken(): unknown {
    return tokenConstant(this.current?.token);
  }

  currentName(): string | null {
    return this.current?.name ?? null;
  }

  currentText(): string | null {
    return this.current?.text ?? null;
  }

  clear(): void {
    this.lastCleared = this.current ?? this.lastCleared;
    this.current = null;
  }

  hasToken(): boolean {
    return this.current !== null;
  }

  lastClearedToken(): unknown {
    return tokenConstant(this.lastCleared?.token);
  }

  /** Moves to the end of the object or array that begins here. */
  skipChildren(): void {
    let depth = 0;
    do {
      const token = this.current?.token;
      if (token === 'START_OBJECT' || token === 'START_ARRAY') depth += 1;
      if (token === 'END_OBJECT' || token === 'END_ARRAY') depth -= 1;
      if (depth > 0) this.advance();
    } while (depth > 0 && this.current !== null);
  }

  /** A value of a primitive type from a token of the right sort. */
  scalar(typeName: string, ...allowed: readonly TokenName[]): unknown {
    const token = this.current;
    if (token === null || !allowed.includes(token.token)) {
      throw new JSONException(`Current token (${token?.token ?? 'null'}) is not of the correct type for ${typeName}`);
    }
    const isText = token.token === 'VALUE_STRING';
    return readTyped(new JsonReader(isText ? JSON.stringify(token.text) : token.text), runtimeType(typeName), false);
  }

  /** `readValueAs`: the value that begins at the current token, which is then the last token of that value. */
  readValueAs(type: ApexType, isStrict: boolean): unknown {
    if (this.current === null || this.current.token === 'FIELD_NAME') this.advance();
    const start = this.current?.start ?? this.text.length;
    const value = readTyped(new JsonReader(this.text.slice(start)), type.type, isStrict);
    this.skipChildren();
    return value;
  }

  private advance(): void {
    const next = this.tokens.next();
    this.current = next.done ? null : next.value;
  }
}

function tokenConstant(token: TokenName | undefined): unknown {
  return token ? platformEnumValue('System.JSONToken', token) : null;
}

const INTEGRAL = ['VALUE_NUMBER_INT'] as const;
const NUMERIC = ['VALUE_NUMBER_INT', 'VALUE_NUMBER_FLOAT'] as const;

definePlatformType({
  namespace: 'System',
  name: 'JSONParser',
  kind: 'class',
  javaScriptClass: ApexJsonParser,
  documentation: 'JSONParser Class, Apex Reference Guide',
  members: {
    'void clearCurrentToken()': (self: ApexJsonParser) => self.clear(),
    'Blob getBlobValue()': (self: ApexJsonParser) =>
      new ApexBlob(Buffer.from(self.scalar('String', 'VALUE_STRING') as string, 'base64')),
    'Boolean getBooleanValue()': (self: ApexJsonParser) => self.scalar('Boolean', 'VALUE_TRUE', 'VALUE_FALSE'),
    'String getCurrentName()': (self: ApexJsonParser) => self.currentName(),
    'System.JSONToken getCurrentToken()': (self: ApexJsonParser) => self.currentToken(),
    'Datetime getDatetimeValue()': (self: ApexJsonParser) => self.scalar('Datetime', 'VALUE_STRING'),
    'Date getDateValue()': (self: ApexJsonParser) => self.scalar('Date', 'VALUE_STRING'),
    'Decimal getDecimalValue()': (self: ApexJsonParser) => self.scalar('Decimal', ...NUMERIC) as Decimal,
    'Double getDoubleValue()': (self: ApexJsonParser) => self.scalar('Double', ...NUMERIC) as ApexDouble,
    'Id getIdValue()': (self: ApexJsonParser) => self.scalar('Id', 'VALUE_STRING'),
    'Integer getIntegerValue()': (self: ApexJsonParser) => self.scalar('Integer', ...INTEGRAL),
    'System.JSONToken getLastClearedToken()': (self: ApexJsonParser) => self.lastClearedToken(),
    'Long getLongValue()': (self: ApexJsonParser) => self.scalar('Long', ...INTEGRAL),
    'String getText()': (self: ApexJsonParser) => self.currentText(),
    'Time getTimeValue()': (self: ApexJsonParser) => self.scalar('Time', 'VALUE_STRING'),
    'Boolean hasCurrentToken()': (self: ApexJsonParser) => self.hasToken(),
    'System.JSONToken nextToken()': (self: ApexJsonParser) => self.nextToken(),
    'System.JSONToken nextValue()': (self: ApexJsonParser) => self.nextValue(),
    'Object readValueAs(System.Type apexType)': (self: ApexJsonParser, type: ApexType | null) =>
      self.readValueAs(required(type, 1), false),
    'Object readValueAsStrict(System.Type apexType)': (self: ApexJsonParser, type: ApexType | null) =>
      self.readValueAs(required(type, 1), true),
    'void skipChildren()': (self: ApexJsonParser) => self.skipChildren()
  }
});
