import * as nodeCrypto from 'node:crypto';
import { definePlatformType, type Implementation } from '../../../declarations/define';
import { NotModeled } from '../../../values/not-modeled';
import { transaction } from '../../../transaction/transaction';
import { ApexBlob } from '../../../values/blob';
import {
  IllegalArgumentException,
  InvalidParameterValueException,
  SecurityException
} from '../../../values/exceptions';
import { required } from '../../../declarations/arguments';

/** Node's names of the platform's algorithms, by the platform's name in lower case. */
const DIGESTS: Record<string, string> = {
  md5: 'md5',
  'sha-1': 'sha1',
  sha1: 'sha1',
  'sha-256': 'sha256',
  sha256: 'sha256',
  'sha-384': 'sha384',
  sha384: 'sha384',
  'sha-512': 'sha512',
  sha512: 'sha512',
  'sha3-256': 'sha3-256',
  'sha3-384': 'sha3-384',
  'sha3-512': 'sha3-512'
};
const MACS: Record<string, string> = {
  hmacmd5: 'md5',
  hmacsha1: 'sha1',
  hmacsha256: 'sha256',
  hmacsha384: 'sha384',
  hmacsha512: 'sha512'
};
const SIGNATURES: Record<string, string> = {
  rsa: 'sha1',
  'rsa-sha1': 'sha1',
  'rsa-sha256': 'sha256',
  'rsa-sha384': 'sha384',
  'rsa-sha512': 'sha512',
  'ecdsa-sha256': 'sha256',
  'ecdsa-sha384': 'sha384',
  'ecdsa-sha512': 'sha512'
};

const INITIALIZATION_VECTOR_BYTES = 16;

function notModeled(method: string): Implementation {
  return () => {
    throw new NotModeled(`Crypto.${method}`);
  };
}

definePlatformType({
  namespace: 'System',
  name: 'Crypto',
  kind: 'class',
  documentation: 'Crypto Class, Apex Reference Guide',
  members: {
    'static Blob generateAesKey(Integer size)': (size: number | null) => random(checkedKeySize(required(size, 1)) / 8),
    'static Blob generateDigest(String algorithmName, Blob input)': (name: string | null, input: ApexBlob | null) =>
      new ApexBlob(nodeCrypto.createHash(algorithm(DIGESTS, name)).update(bytes(input, 2)).digest()),
    'static Blob generateMac(String algorithmName, Blob input, Blob privateKey)': (
      name: string | null,
      input: ApexBlob | null,
      key: ApexBlob | null
    ) => mac(name, input, key),
    'static Boolean verifyHMac(String algorithmName, Blob input, Blob privateKey, Blob hmacToVerify)': (
      name: string | null,
      input: ApexBlob | null,
      key: ApexBlob | null,
      expected: ApexBlob | null
    ) => mac(name, input, key).apexEquals(required(expected, 4)),
    'static Integer getRandomInteger()': () => Buffer.from(transaction().org.random.bytes(4)).readInt32BE(),
    'static Long getRandomLong()': () => Buffer.from(transaction().org.random.bytes(8)).readBigInt64BE(),
    'static Blob encrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob clearText)': (
      name: string | null,
      key: ApexBlob | null,
      vector: ApexBlob | null,
      text: ApexBlob | null
    ) => encrypt(required(name, 1), bytes(key, 2), bytes(vector, 3), bytes(text, 4)),
    'static Blob encryptWithManagedIV(String algorithmName, Blob privateKey, Blob clearText)': (
      name: string | null,
      key: ApexBlob | null,
      text: ApexBlob | null
    ) => {
      const vector = Buffer.from(transaction().org.random.bytes(INITIALIZATION_VECTOR_BYTES));
      const encrypted = encrypt(required(name, 1), bytes(key, 2), vector, bytes(text, 3));
      return new ApexBlob(Buffer.concat([vector, encrypted.bytes]));
    },
    'static Blob decrypt(String algorithmName, Blob privateKey, Blob initializationVector, Blob cipherText)': (
      name: string | null,
      key: ApexBlob | null,
      vector: ApexBlob | null,
      text: ApexBlob | null
    ) => decrypt(required(name, 1), bytes(key, 2), bytes(vector, 3), bytes(text, 4)),
    'static Blob decryptWithManagedIV(String algorithmName, Blob privateKey, Blob IVAndCipherText)': (
      name: string | null,
      key: ApexBlob | null,
      text: ApexBlob | null
    ) => {
      const all = bytes(text, 3);
      const vector = all.subarray(0, INITIALIZATION_VECTOR_BYTES);
      return decrypt(required(name, 1), bytes(key, 2), vector, all.subarray(INITIALIZATION_VECTOR_BYTES));
    },
    'static Blob sign(String algorithmName, Blob input, Blob privateKey)': (
      name: string | null,
      input: ApexBlob | null,
      key: ApexBlob | null
    ) => sign(name, bytes(input, 2), bytes(key, 3)),
    'static Boolean verify(String algorithmName, Blob data, Blob signature, Blob publicKey)': (
      name: string | null,
      data: ApexBlob | null,
      signature: ApexBlob | null,
      key: ApexBlob | null
    ) => verify(name, bytes(data, 2), bytes(signature, 3), bytes(key, 4)),
    'static Blob signWithCertificate(String algorithmName, Blob input, String certDevName)':
      notModeled('signWithCertificate')
  }
});

function bytes(blob: ApexBlob | null, position: number): Buffer {
  return required(blob, position).buffer();
}

function random(length: number): ApexBlob {
  return new ApexBlob(transaction().org.random.bytes(length));
}

function algorithm(table: Record<string, string>, name: string | null): string {
  const found = table[required(name, 1).toLowerCase()];
  if (!found) throw new IllegalArgumentException(`Invalid algorithm ${name}`);
  return found;
}

function mac(name: string | null, input: ApexBlob | null, key: ApexBlob | null): ApexBlob {
  const hmac = nodeCrypto.createHmac(algorithm(MACS, name), bytes(key, 3));
  return new ApexBlob(hmac.update(bytes(input, 2)).digest());
}

function checkedKeySize(size: number): number {
  if (![128, 192, 256].includes(size)) throw new IllegalArgumentException(`Invalid AES key size: ${size}`);
  return size;
}

function cipherName(name: string, key: Buffer): string {
  const match = /^AES(128|192|256)(?:-?(GCM))?$/i.exec(name);
  if (!match) throw new IllegalArgumentException(`Invalid algorithm ${name}`);
  if (match[2]) throw new NotModeled(`Crypto with the algorithm ${name}`);
  if (key.length * 8 !== Number(match[1])) {
    throw new InvalidParameterValueException(`Invalid private key. Must be ${Number(match[1]) / 8} bytes.`);
  }
  return `aes-${match[1]}-cbc`;
}

function checkedVector(vector: Buffer): Buffer {
  if (vector.length !== INITIALIZATION_VECTOR_BYTES) {
    throw new InvalidParameterValueException('Invalid initialization vector. Must be 16 bytes.');
  }
  return vector;
}

function encrypt(name: string, key: Buffer, vector: Buffer, text: Buffer): ApexBlob {
  const cipher = nodeCrypto.createCipheriv(cipherName(name, key), key, checkedVector(vector));
  return new ApexBlob(Buffer.concat([cipher.update(text), cipher.final()]));
}

function decrypt(name: string, key: Buffer, vector: Buffer, text: Buffer): ApexBlob {
  const decipher = nodeCrypto.createDecipheriv(cipherName(name, key), key, checkedVector(vector));
  try {
    return new ApexBlob(Buffer.concat([decipher.update(text), decipher.final()]));
  } catch {
    throw new SecurityException(
      'Given final block not properly padded. Such issues can arise if a bad key is used during decryption.'
    );
  }
}

function sign(name: string | null, input: Buffer, key: Buffer): ApexBlob {
  const digest = algorithm(SIGNATURES, name);
  try {
    return new ApexBlob(nodeCrypto.sign(digest, input, { key, format: 'der', type: 'pkcs8' }));
  } catch {
    throw new InvalidParameterValueException('Invalid private key');
  }
}

function verify(name: string | null, data: Buffer, signature: Buffer, key: Buffer): boolean {
  const digest = algorithm(SIGNATURES, name);
  try {
    const publicKey = nodeCrypto.createPublicKey({ key, format: 'der', type: 'spki' });
    return nodeCrypto.verify(digest, data, publicKey, signature);
  } catch {
    throw new InvalidParameterValueException('Invalid public key');
  }
}
