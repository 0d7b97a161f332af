/** What a user may do with an object's records. @see "ObjectPermissions", Object Reference */
export interface ObjectAccess {
  readonly read: boolean;
  readonly create: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** Sees all records, whoever owns them. */
  readonly viewAll: boolean;
  readonly modifyAll: boolean;
}

/** What a user may do with a field. @see "FieldPermissions", Object Reference */
export interface FieldAccess {
  readonly read: boolean;
  readonly edit: boolean;
}

export const FULL_ACCESS: ObjectAccess = {
  read: true,
  create: true,
  edit: true,
  delete: true,
  viewAll: true,
  modifyAll: true
};

export const STANDARD_ACCESS: ObjectAccess = { ...FULL_ACCESS, viewAll: false, modifyAll: false };

export const READ_ACCESS: ObjectAccess = {
  read: true,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false
};

export const NO_ACCESS: ObjectAccess = {
  read: false,
  create: false,
  edit: false,
  delete: false,
  viewAll: false,
  modifyAll: false
};
