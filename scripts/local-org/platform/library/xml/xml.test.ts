/** @see "XmlNode Class" and "Document Class", Apex Reference Guide */
import '../index';
import { platformTypes } from '../../../declarations/define';
import { XmlDocument } from './dom';
import { XmlNode } from './node';
import { parseXml } from './parse';
import { printXml } from './print';

test('a document is read with namespaces, attributes, text and comments', () => {
  const root = parseXml(
    '<?xml version="1.0"?><a:list xmlns:a="urn:a" xmlns="urn:d" a:x="1" y="&lt;2"><!--note--><b>x &amp; y</b><b><![CDATA[<z>]]></b></a:list>'
  );
  expect([root.name, root.namespace]).toEqual(['list', 'urn:a']);
  expect([root.attribute('x', 'urn:a')?.value, root.attribute('y', null)?.value]).toEqual(['1', '<2']);
  expect(root.elements().map((child) => [child.namespace, child.ownText()])).toEqual([
    ['urn:d', 'x & y'],
    ['urn:d', '<z>']
  ]);
  expect(root.children[0].kind).toBe('COMMENT');
});

test('a document is written as it was built', () => {
  const root = XmlNode.element('Envelope', 'http://soap', 'soapenv');
  root.declareOwnNamespace();
  const body = root.appendElement('Body', 'http://soap', null);
  body.appendElement('echo', 'http://echo', '').append(XmlNode.text('a < b'));
  body.appendElement('auto', 'http://auto', null);
  body.setAttribute('id', '"1"', null);
  expect(printXml(root)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://soap"><soapenv:Body id="&quot;1&quot;">' +
      '<echo xmlns="http://echo">a &lt; b</echo><ns0:auto xmlns:ns0="http://auto" /></soapenv:Body></soapenv:Envelope>'
  );
});

test('only tags have a name in a stream, which is no error elsewhere', () => {
  const { members } = platformTypes().find(({ name }) => name === 'XmlStreamReader')!;
  const ask = (signature: string): unknown => members?.[signature]?.(reader);
  const reader: unknown = members?.['new(String xmlInput)']?.('<x:a xmlns:x="http://x">text</x:a>');
  const names: unknown[] = [];
  while (ask('Boolean hasNext()') === true) {
    ask('Integer next()');
    names.push([ask('String getLocalName()'), ask('String getPrefix()'), ask('String getNamespace()')]);
  }
  const tag = ['a', 'x', 'http://x'];
  const nothing = [null, null, null];
  expect(names).toEqual([tag, nothing, tag, nothing]);
  expect(() => ask('Integer getAttributeCount()')).toThrow();
});

test('malformed text is refused', () => {
  expect(() => XmlDocument.of('<a><b></a>')).toThrow('Failed to parse XML due to: ');
});
