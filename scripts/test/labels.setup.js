// Gives the unit tests of the components the project's real labels, so that they check words and places for values.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { XMLParser } = require('fast-xml-parser');

const file = join(__dirname, '../../force-app/labels/CustomLabels.labels-meta.xml');
const { labels } = new XMLParser({ parseTagValue: false }).parse(readFileSync(file)).CustomLabels;

for (const { fullName, value } of labels) {
  jest.doMock(`@salesforce/label/c.${fullName}`, () => ({ __esModule: true, default: value }), { virtual: true });
}
