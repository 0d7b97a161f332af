/** @see "JSON Class", Apex Reference Guide; number types as public tests that pass on the platform expect them */
import '../index';
import { ApexException } from '../../../values/exception';
import type { ApexList } from '../../../values/list';
import type { ApexMap } from '../../../values/map';
import { Decimal } from '../../../values/decimal';
import { runtimeType, type RuntimeType } from '../../../values/runtime-type';
import { readJson } from './reader';
import { writeJson } from './serialize';
import { readTyped } from './typed';
import { readUntyped } from './untyped';
import { JsonWriter } from './writer';
import { ApexJsonParser } from './parser';
import { ApexJsonGenerator } from './generator';

const untyped = (text: string): unknown => readUntyped(readJson(text));

function serialize(value: unknown, isPretty = false): string {
  const writer = new JsonWriter(isPretty);
  writeJson(writer, value, false);
  return writer.toString();
}

test('numbers become Integer, Long or Decimal by how they are written', () => {
  const list = untyped('[1, 2147483648, 1.50, 1e2, 99999999999999999999]') as ApexList;
  expect(list.items.map((item) => (item instanceof Decimal ? `Decimal ${item}` : `${typeof item} ${item}`))).toEqual([
    'number 1',
    'bigint 2147483648',
    'Decimal 1.50',
    'Decimal 1E+2',
    'Decimal 99999999999999999999'
  ]);
});

test('what is read is written again', () => {
  const text = '{"a":"x\\n\\"y\\" é","b":[true,false,null],"c":{},"d":-1.50}';
  expect(serialize(untyped(text))).toBe(text);
  expect((untyped(text) as ApexMap).get('a')).toBe('x\n"y" é');
});

test('serializePretty lays out as the platform does', () => {
  expect(serialize(untyped('{"a":1,"b":[1,2],"c":[{"x":[]}],"d":{}}'), true)).toBe(
    '{\n  "a" : 1,\n  "b" : [ 1, 2 ],\n  "c" : [ {\n    "x" : [ ]\n  } ],\n  "d" : { }\n}'
  );
});

test.each([
  ['', 'No content to map to Object due to end of input'],
  [
    'some text',
    "Unexpected character ('s' (code 115)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at input location [1,2]"
  ],
  [
    '{"a" 1}',
    "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at input location [1,7]"
  ],
  [
    '[1 2]',
    "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at input location [1,5]"
  ]
])('%j is refused', (text, message) => {
  let thrown: unknown;
  try {
    untyped(text);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(ApexException);
  expect((thrown as ApexException).toApexString()).toBe(`System.JSONException: ${message}`);
});

test('JSONParser goes token by token', () => {
  const parser = new ApexJsonParser('{"a":[1,"x"],"b":null}');
  const seen: string[] = [];
  for (let token = parser.nextToken(); token !== null; token = parser.nextToken()) {
    seen.push(`${(token as { name: string }).name} ${parser.currentName()} ${parser.currentText()}`);
  }
  expect(seen).toEqual([
    'START_OBJECT null {',
    'FIELD_NAME a a',
    'START_ARRAY a [',
    'VALUE_NUMBER_INT null 1',
    'VALUE_STRING null x',
    'END_ARRAY a ]',
    'FIELD_NAME b b',
    'VALUE_NULL b null',
    'END_OBJECT null }'
  ]);
});

test('JSONGenerator writes piece by piece', () => {
  const generator = new ApexJsonGenerator(false);
  generator.open('object');
  generator.field('name', 'x');
  generator.name('list');
  generator.open('array');
  generator.value(1);
  generator.end('array');
  expect(generator.getAsString()).toBe('{"name":"x","list":[1]}');
});

describe('a value that should be a list', () => {
  const message = (text: string, type: RuntimeType): unknown => {
    try {
      return readTyped(readJson(text), type, false);
    } catch (error) {
      return (error as ApexException).getMessage();
    }
  };

  test('is refused as the whole text', () => {
    expect(message(' {"a":1}', runtimeType('List<String>'))).toBe(
      "Malformed JSON: Expected '[' at the beginning of List/Set"
    );
  });

  test('is refused as a part with what stands there', () => {
    const nested = runtimeType('List<List<String>>');
    expect(message('[{"a":1}]', nested)).toBe('Expected List<String> but found { at [line:1, column:2]');
    expect(message('[\n "b"]', nested)).toBe('Expected List<String> but found "b" at [line:2, column:2]');
  });
});
