import { randomBytes } from 'node:crypto';
import { translateApplication, type Application } from './application';
import { COMPONENTS_MODULE, platformEntries } from './assets/platform-layer';
import type { Assets } from './assets/assets';
import type { Bundle } from './assets/cache';
import type { UserInfo } from '../org';
import type { LightningOrg } from './host';
import { shellWords } from './shell-words';

/** A page and the header that says what it may load. */
export interface Page {
  html: string;
  contentSecurityPolicy: string;
}

/** The document in which every page of the app runs. */
export function renderPage(org: LightningOrg, application: Application, assets: Assets, language: string): Page {
  const nonce = randomBytes(16).toString('base64');
  const context = {
    user: userIn(org.userInfo(), language),
    labels: org.labels(language),
    application: applicationFor(application, language),
    shell: shellWords(language)
  };
  const html = `<!doctype html>
<html lang="${attribute(language.replace('_', '-'))}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>${attribute(application.label)}</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/lightning/slds/styles/salesforce-lightning-design-system.min.css" />
    <script type="application/json" id="local-org-context">${embeddedJson(context)}</script>
    <script type="importmap" nonce="${nonce}">${embeddedJson({ imports: importMap(assets) })}</script>
    <script type="module" src="${addressOf(assets.platform)}/@lwc/synthetic-shadow.js"></script>
    <script type="module" src="${addressOf(assets.platform)}/start.js"></script>
  </head>
  <body class="slds-scope"></body>
</html>`;
  return { html, contentSecurityPolicy: policy(nonce) };
}

/** What the browser may know of the app: not where it is on this machine. */
function applicationFor(application: Application, language: string): Omit<Application, 'folder'> {
  const { name, label, tabs, recordComponents, recordPages } = translateApplication(application, language);
  return { name, label, tabs, recordComponents, recordPages };
}

/** A reader who asks for another language than the user's gets numbers and dates to match. */
function userIn(user: UserInfo, language: string): UserInfo {
  return language === user.language ? user : { ...user, language, locale: language.replace('_', '-') };
}

function importMap(assets: Assets): Record<string, string> {
  const platform = Object.keys(platformEntries()).map((name) => [name, `${addressOf(assets.platform)}/${name}.js`]);
  return {
    ...Object.fromEntries(platform),
    [COMPONENTS_MODULE]: `${addressOf(assets.components)}/${COMPONENTS_MODULE}.js`
  };
}

function addressOf({ id }: Bundle): string {
  return `/lightning/assets/${id}`;
}

/** Everything comes from this server; the design system and LWC add styles of their own. */
function policy(nonce: string): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:`,
    `frame-ancestors 'none'`,
    `base-uri 'none'`
  ].join('; ');
}

/** JSON that cannot end the script element it stands in. */
function embeddedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
