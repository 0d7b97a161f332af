import { definePlatformType } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { ApexBlob } from '../../../values/blob';
import { IllegalArgumentException } from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';

definePlatformType({
  namespace: 'System',
  name: 'EncodingUtil',
  kind: 'class',
  documentation: 'EncodingUtil Class, Apex Reference Guide',
  members: {
    'static Blob base64Decode(String inputString)': (text: string | null) =>
      new ApexBlob(Buffer.from(required(text, 1), 'base64')),
    'static String base64Encode(Blob inputBlob)': (blob: ApexBlob | null) =>
      required(blob, 1).buffer().toString('base64'),
    'static Blob convertFromHex(String inputString)': (text: string | null) => fromHex(required(text, 1)),
    'static String convertToHex(Blob inputBlob)': (blob: ApexBlob | null) => required(blob, 1).buffer().toString('hex'),
    'static String urlDecode(String inputString, String encodingScheme)': (
      text: string | null,
      scheme: string | null
    ) => urlDecode(required(text, 1), charset(required(scheme, 2))),
    'static String urlEncode(String inputString, String encodingScheme)': (
      text: string | null,
      scheme: string | null
    ) => urlEncode(required(text, 1), charset(required(scheme, 2)))
  }
});

function fromHex(text: string): ApexBlob {
  if (text.length % 2 !== 0 || !/^[0-9a-fA-F]*$/.test(text)) {
    throw new IllegalArgumentException('Invalid hex string: must have an even number of hexadecimal digits');
  }
  return new ApexBlob(Buffer.from(text, 'hex'));
}

function charset(scheme: string): BufferEncoding {
  if (/^utf-?8$/i.test(scheme)) return 'utf8';
  if (/^(iso-8859-1|latin1)$/i.test(scheme)) return 'latin1';
  if (/^us-ascii$/i.test(scheme)) return 'ascii';
  throw new NotModeled(`the encoding scheme ${scheme}`);
}

/** The form encoding of `java.net.URLEncoder`: a space becomes `+`. */
function urlEncode(text: string, encoding: BufferEncoding): string {
  let result = '';
  for (const byte of Buffer.from(text, encoding)) {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9.*_-]/.test(character)) result += character;
    else result += byte === 32 ? '+' : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return result;
}

function urlDecode(text: string, encoding: BufferEncoding): string {
  const runs = text.replaceAll('+', ' ').replaceAll(/(?:%[0-9A-Fa-f]{2})+/g, (run) => {
    return Buffer.from(run.replaceAll('%', ''), 'hex').toString(encoding);
  });
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) {
    throw new IllegalArgumentException('URLDecoder: Illegal hex characters in escape (%) pattern');
  }
  return runs;
}
