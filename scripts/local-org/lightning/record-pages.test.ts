import { readRecordPages } from './record-pages';
import { folderWith } from './testing/fixtures';

const override = (more: string) =>
  `<CustomObject><actionOverrides><actionName>View</actionName>${more}</actionOverrides></CustomObject>`;
const OBJECT = override('<content>Page</content><formFactor>Large</formFactor><type>Flexipage</type>');

const item = (name: string, more = '') =>
  `<itemInstances><componentInstance><componentName>${name}</componentName>${more}</componentInstance></itemInstances>`;
const page = (items: string, template = 'flexipage:recordHomeSingleColTemplateDesktop') =>
  `<FlexiPage><flexiPageRegions>${items}<type>Region</type></flexiPageRegions>` +
  `<template><name>${template}</name></template></FlexiPage>`;

const packageWith = (content: string) =>
  folderWith({ 'objects/Run__c/Run__c.object-meta.xml': OBJECT, 'flexipages/Page.flexipage-meta.xml': content });

test('finds the pages that objects are shown on, with their components in order', () => {
  const folder = packageWith(page(item('force:highlightsPanel') + item('log') + item('c:other')));
  expect(readRecordPages(folder)).toEqual([{ object: 'Run__c', hasHighlights: true, components: ['log', 'other'] }]);
});

test('leaves objects alone that keep the page of the platform', () => {
  const small = override('<content>Page</content><formFactor>Small</formFactor><type>Flexipage</type>');
  const folder = folderWith({
    'objects/Plain__c/Plain__c.object-meta.xml': '<CustomObject><label>Plain</label></CustomObject>',
    'objects/Small__c/Small__c.object-meta.xml': small,
    'objects/Own__c/Own__c.object-meta.xml': override('<type>Default</type>')
  });
  expect(readRecordPages(folder)).toEqual([]);
});

test('names a page that has no metadata', () => {
  const folder = folderWith({ 'objects/Run__c/Run__c.object-meta.xml': OBJECT });
  expect(() => readRecordPages(folder)).toThrow(/Run__c is shown on the page Page, which has no metadata/);
});

test.each([
  ['a component of the platform', page(item('force:detailPanel')), 'force:detailPanel as it stands'],
  ['a component that is not always there', page(item('log', '<visibilityRule/>')), 'log as it stands'],
  ['several columns', page(item('log'), 'flexipage:recordHomeTemplateDesktop'), 'the template flexipage:recordHome']
])('refuses %s', (_, content, refused) => {
  expect(() => readRecordPages(packageWith(content))).toThrow(`NotModeled: ${refused}`);
});
