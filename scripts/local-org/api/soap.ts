/**
 * The one SOAP call that `sf apex run` makes: executeAnonymous of the Apex API, with the debug log in the answer's header.
 * @see "executeAnonymous()" and "DebuggingHeader", SOAP API Developer Guide
 */
import { XMLBuilder, XMLParser } from 'fast-xml-parser';
import type { LogLevels } from '../debug-log';
import type { AnonymousRun } from './anonymous';
import { levelsOfHeader } from './soap-levels';

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const APEX = 'http://soap.sforce.com/2006/08/apex';

/** A call, read. */
export interface SoapCall {
  readonly sessionId: string;
  /** The script of an executeAnonymous call; null for a call that is not modelled. */
  readonly apexCode: string | null;
  /** Of the call. */
  readonly name: string;
  /** The debug log that is asked for, if any. */
  readonly levels: LogLevels | null;
}

const parser = new XMLParser({ removeNSPrefix: true, ignoreAttributes: true, parseTagValue: false, trimValues: false });
const builder = new XMLBuilder({ ignoreAttributes: false, suppressBooleanAttributes: false });

type Node = Readonly<Record<string, unknown>> | undefined;

/** Reads an envelope. */
export function readSoapCall(xml: string): SoapCall {
  const envelope = (parser.parse(xml) as Node)?.['Envelope'] as Node;
  const header = envelope?.['Header'] as Node;
  const session = (header?.['SessionHeader'] as Node)?.['sessionId'];
  const body = envelope?.['Body'] as Node;
  const call = body?.['executeAnonymous'] as Node;
  const [name = '(none)'] = Object.keys(body ?? {}).filter((key) => !key.startsWith('#'));
  return {
    sessionId: String(session ?? '').trim(),
    apexCode: call ? String(call['apexcode'] ?? call['String'] ?? '') : null,
    name,
    levels: levelsOfHeader(header?.['DebuggingHeader'] as Node)
  };
}

/** The answer to executeAnonymous. */
export function soapAnswer({ result, log }: AnonymousRun): string {
  // Clients look for the header also where there was nothing to log, because the script did not compile.
  const header = { DebuggingInfo: { '@_xmlns': APEX, debugLog: log?.text() ?? '' } };
  const { line, column, compiled, success, ...rest } = result;
  const texts = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, value ?? nil()]));
  const answer = { '@_xmlns': APEX, result: { ...texts, line, column, compiled, success } };
  return envelopeOf({ 'soapenv:Header': header, 'soapenv:Body': { executeAnonymousResponse: answer } });
}

/** A fault, as the platform sends for a session it does not know. */
export function soapFault(code: string, message: string): string {
  const fault = { faultcode: `sf:${code}`, faultstring: `${code}: ${message}` };
  return envelopeOf({ 'soapenv:Body': { 'soapenv:Fault': fault } });
}

function nil(): object {
  return { '@_xsi:nil': 'true' };
}

function envelopeOf(content: object): string {
  const envelope = {
    '@_xmlns:soapenv': SOAP,
    '@_xmlns:sf': 'urn:fault.partner.soap.sforce.com',
    '@_xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    ...content
  };
  return `<?xml version="1.0" encoding="UTF-8"?>${String(builder.build({ 'soapenv:Envelope': envelope }))}`;
}
